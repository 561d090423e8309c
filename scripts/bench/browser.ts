import { Connection } from "./connection.ts";
import type { Answer } from "./connection.ts";

/** A keep-alive client with cookies, as little of a browser as the six steps need. */
export class Browser {
  readonly #connection: Connection;
  readonly #cookies = new Map<string, string>();
  readonly #headers: string;

  private constructor(connection: Connection, headers: string) {
    this.#connection = connection;
    this.#headers = headers;
  }

  /** `headers` go with each request, a line each with `\r\n` at its end. */
  static async open(url: string, headers = ""): Promise<Browser> {
    return new Browser(await Connection.open(url), headers);
  }

  async get(path: string): Promise<Answer> {
    return this.#keep(await this.#connection.send(this.request(path)));
  }

  async post(path: string, form: Record<string, string>): Promise<Answer> {
    return this.#keep(await this.#connection.send(this.request(path, form)));
  }

  /** The text of a GET, or of a POST where there is a form, as this browser sends it now. */
  request(path: string, form?: Record<string, string>): string {
    const start = `${path} HTTP/1.1\r\nHost: bench\r\n${this.#sent()}`;
    if (!form) return `GET ${start}\r\n`;
    const body = new URLSearchParams(form).toString();
    return `POST ${start}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  }

  /** Forgets all cookies: a browser that was never here. */
  forget(): void {
    this.#cookies.clear();
  }

  close(): void {
    this.#connection.close();
  }

  #sent(): string {
    if (this.#cookies.size === 0) return this.#headers;
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    return `${this.#headers}Cookie: ${pairs.join("; ")}\r\n`;
  }

  #keep(answer: Answer): Answer {
    for (const [, name, value] of answer.head.matchAll(
      /\nset-cookie: *([^=]+)=([^;\r]*)/gi,
    )) {
      if (name !== undefined) this.#cookies.set(name, value ?? "");
    }
    return answer;
  }
}
