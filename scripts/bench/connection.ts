import { connect } from "node:net";
import type { Socket } from "node:net";

/** An answer as it came. `body` is text. */
export interface Answer {
  readonly status: number;
  /** Status line and headers as text. */
  readonly head: string;
  readonly body: Buffer;
}

/**
 * One keep-alive connection that sends one request at a time. Node's own client costs more
 * than the fastest server here does, and would measure itself.
 */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #missing = 0;
  #head = "";
  #waiting:
    | { resolve: (answer: Answer) => void; reject: (error: Error) => void }
    | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", (error) => this.#waiting?.reject(error));
    socket.on("close", () =>
      this.#waiting?.reject(new Error("The server closed the connection.")),
    );
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once("error", reject);
      socket.once("connect", () => resolve(new Connection(socket)));
    });
  }

  /** Sends the text of a request; its answer must carry a Content-Length, or no body. */
  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    let part = chunk;
    if (this.#head === "") {
      part = Buffer.concat([...this.#received, chunk]);
      const end = part.indexOf("\r\n\r\n");
      this.#received = end < 0 ? [part] : [];
      if (end < 0) return;
      this.#head = part.toString("latin1", 0, end + 2);
      this.#missing = Number(
        /\ncontent-length: *(\d+)/i.exec(this.#head)?.[1] ?? 0,
      );
      part = part.subarray(end + 4);
    }
    this.#received.push(part);
    this.#missing -= part.length;
    if (this.#missing > 0) return;
    const answer = {
      status: Number(this.#head.slice(9, 12)),
      head: this.#head,
      body: this.#received.length === 1 ? part : Buffer.concat(this.#received),
    };
    this.#received = [];
    this.#head = "";
    this.#waiting?.resolve(answer);
  }
}
