import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import type { Fixtures } from "@playwright/test";
import { freePort } from "./free-port.ts";
import { needs } from "./needs.ts";

/** A real Redis on a free port, which forgets everything when it ends. */
export class RedisServer implements AsyncDisposable {
  readonly port: number;
  #process: ChildProcess;

  private constructor(port: number, process: ChildProcess) {
    this.port = port;
    this.#process = process;
  }

  static async start(): Promise<RedisServer> {
    for (;;) {
      const port = await freePort();
      const started = await spawnRedis(port);
      if (started) return new RedisServer(port, started);
    }
  }

  /** Its address, as `--store` takes it. */
  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  /** Stops it in the middle of whatever it does; connections stay open, unanswered. */
  pause(): void {
    this.#process.kill("SIGSTOP");
  }

  resume(): void {
    this.#process.kill("SIGCONT");
  }

  /** Ends it, and all that it knew. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGKILL");
    await ended;
  }

  /** Starts it again on the same port, empty. */
  async restart(): Promise<void> {
    const started = await spawnRedis(this.port);
    if (!started) throw new Error(`port ${this.port} is taken by now`);
    this.#process = started;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode === null && !this.#process.signalCode) {
      await this.kill();
    }
  }
}

/** `undefined` where the port was taken in the meantime. */
async function spawnRedis(port: number): Promise<ChildProcess | undefined> {
  const redis = spawn(
    "redis-server",
    `--port ${port} --bind 127.0.0.1 --appendonly no --save`
      .split(" ")
      .concat("", "--dir", tmpdir()),
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  return new Promise((resolve) => {
    let printed = "";
    redis.stdout.on("data", (text) => {
      printed += String(text);
      if (printed.includes("Ready to accept connections")) resolve(redis);
    });
    redis.once("exit", () => resolve(undefined));
  });
}

/** What gives a test a Redis of its own; where none is installed it is not run, and that is said. */
export const withRedis: Fixtures<{ redis: RedisServer }> = {
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  redis: async ({}, use, testInfo) => {
    needs("redis-server", testInfo);
    await using redis = await RedisServer.start();
    await use(redis);
  },
};
