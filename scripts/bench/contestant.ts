import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Browser } from "./browser.ts";
import { LOGIN } from "./six-steps.ts";

export type Name = "simulator" | "express" | "node";
export const NAMES: readonly Name[] = ["simulator", "express", "node"];

/** A server in a process of its own that has answered its first request. */
export interface Contestant {
  readonly name: Name;
  readonly url: string;
  readonly process: ChildProcess;
  /** From the start of the process to the whole first answer, in milliseconds. */
  readonly coldStart: number;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The command line of each; `folder` has what `capture` wrote. */
function commandOf(name: Name, folder: string): string[] {
  const commands = {
    // As users run it; only the limit that no honest suite meets is out of the way.
    simulator: "dist/cli.js --port 0 --sign-ins-per-minute 1000000".split(" "),
    express: ["scripts/bench/yardsticks/plain-express.mjs", folder],
    node: ["scripts/bench/yardsticks/node-http.mjs", folder],
  };
  return commands[name];
}

export async function launch(
  name: Name,
  folder = "",
  nodeOptions: readonly string[] = [],
): Promise<Contestant> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeOptions, ...commandOf(name, folder)],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  const url = await readyUrl(child);
  const browser = await Browser.open(url);
  const { status } = await browser.get(LOGIN);
  const coldStart = performance.now() - startedAt;
  browser.close();
  if (status !== 200) throw new Error(`${name} answered ${status}.`);
  return { name, url, process: child, coldStart };
}

export async function stop({ process: child }: Contestant): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** Resident memory of a contestant, in MB (Linux). */
export function memoryOf({ process: child }: Contestant): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** The processor time a contestant has used, in seconds (Linux). */
export function cpuOf({ process: child }: Contestant): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
  const [user, system] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12);
  return (Number(user) + Number(system)) / 100;
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      reject(new Error(`The server ended with code ${code}.`)),
    );
    if (!child.stdout) return;
    createInterface(child.stdout).on("line", (line) => {
      const url = /^Listening on (\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
}
