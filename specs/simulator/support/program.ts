import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(
  new URL("../../../simulator/cli.ts", import.meta.url),
);

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The simulator, or another program of this project, as a process of its own. */
export class Program implements AsyncDisposable {
  stdout = "";
  stderr = "";
  readonly ended: Promise<Ended>;
  readonly #process: ChildProcess;

  constructor(
    args: readonly string[],
    env: Record<string, string> = {},
    program = PROGRAM,
  ) {
    this.#process = spawn(
      process.execPath,
      ["--import", "tsx", program, ...args],
      { env },
    );
    this.#process.stdout?.on("data", (text) => (this.stdout += String(text)));
    this.#process.stderr?.on("data", (text) => (this.stderr += String(text)));
    this.ended = new Promise((resolve) => {
      this.#process.once("close", (code, signal) => resolve({ code, signal }));
    });
  }

  /** The address in the ready line; rejects where the program ends without one. */
  async ready(): Promise<string> {
    const line = /^Listening on (http:\/\/\S+)\n/m;
    return new Promise((resolve, reject) => {
      const look = () => {
        const address = line.exec(this.stdout)?.[1];
        if (address !== undefined) resolve(address);
      };
      this.#process.stdout?.on("data", look);
      look();
      void this.ended.then(() => reject(new Error(this.stderr)));
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.ended;
  }
}
