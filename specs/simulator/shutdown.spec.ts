import { Agent, request } from "node:http";
import { connect } from "node:net";
import { startSimulator } from "../../simulator/index.ts";
import { Program } from "./support/program.ts";
import { expect, test } from "./support/test.ts";

const CLIENTS = 20;

test("SIGTERM under load drops no request that was accepted", async () => {
  await using program = new Program(["--port", "0"]);
  const url = await program.ready();
  const clients = Array.from({ length: CLIENTS }, () => new Client(url));
  const loads = clients.map((client) => client.callUntilClosed());
  await expect
    .poll(() => clients.every(({ answered }) => answered > 5))
    .toBe(true);
  program.kill("SIGTERM");
  expect(await program.ended).toEqual({ code: 0, signal: null });
  await Promise.all(loads);
  const lost = clients.flatMap((client) => client.lost);
  expect(lost).toEqual([]);
});

test("A request that has arrived is answered, however late the server comes to read it", async () => {
  const simulator = await startSimulator();
  const { port } = new URL(simulator.url);
  const open = connect(Number(port), "127.0.0.1");
  const ended = new Promise((resolve) => open.once("close", resolve));
  let answers = "";
  const answered = new Promise<void>((resolve) => {
    open.on("data", (data) => {
      answers += String(data);
      if (answers.includes("</html>")) resolve();
    });
  });
  const call = "GET /services/login HTTP/1.1\r\nHost: x\r\n\r\n";
  open.write(call);
  await answered;

  const closed = simulator.close();
  open.write(call);
  // Holds this thread, and the server with it, for longer than a silent connection stays open.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  await closed;
  await ended;
  expect(answers.match(/<\/html>/g)).toHaveLength(2);
});

/** Asks again and again on a connection that stays open, until it is told that it ends. */
class Client {
  answered = 0;
  /** What became of requests on a connection that the server had taken. */
  readonly lost: string[] = [];
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url: string) {
    this.#url = url;
  }

  async callUntilClosed(): Promise<void> {
    let connection = "keep-alive";
    while (connection !== "close") {
      try {
        connection = await this.#call();
        this.answered++;
      } catch (error) {
        this.lost.push(String(error));
        return;
      }
    }
    this.#agent.destroy();
  }

  /** Rejects where the answer does not come whole; resolves with what becomes of the connection. */
  async #call(): Promise<string> {
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.#url}/services/login`,
        { agent: this.#agent, headers: { accept: "text/html" } },
        (answer) => {
          let text = "";
          answer.on("data", (part) => (text += String(part)));
          answer.on("end", () => {
            if (text.trimEnd().endsWith("</html>")) {
              resolve(answer.headers.connection ?? "");
            } else reject(new Error(`cut off after ${text.length}`));
          });
          answer.on("error", reject);
        },
      );
      call.on("error", reject);
      call.end();
    });
  }
}
