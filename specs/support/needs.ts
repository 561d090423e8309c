import { spawnSync } from "node:child_process";
import type { TestInfo } from "@playwright/test";

/**
 * Lets a test run only where a program of the machine is there. Without it the test is not
 * run, which the summary says in so many words (specs/support/not-run.ts); in CI that is a
 * failure.
 */
export function needs(program: Program, testInfo: TestInfo): void {
  if (isInstalled(program)) return;
  const missing = `${program} is not installed (apt-get install ${program})`;
  if (testInfo.config.metadata["mustRunAll"] === true) throw new Error(missing);
  testInfo.skip(true, missing);
}

const PROGRAMS = { "redis-server": "--version", nginx: "-v" } as const;
export type Program = keyof typeof PROGRAMS;

const known = new Map<Program, boolean>();

/** Whether a program can be started. */
function isInstalled(program: Program): boolean {
  const isThere =
    known.get(program) ??
    spawnSync(program, [PROGRAMS[program]]).error === undefined;
  known.set(program, isThere);
  return isThere;
}
