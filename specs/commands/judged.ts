import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import type { Inside } from "../conformance/commands/conform.ts";
import { runCommand } from "../conformance/commands/run-command.ts";
import type { Command } from "../conformance/commands/run-command.ts";
import type { Surroundings } from "../conformance/commands/surroundings.ts";
import type { Report } from "../conformance/report/report.ts";

export { expect } from "@playwright/test";

/** What a command came to. */
export interface Outcome {
  readonly exitCode: number;
  readonly printed: string;
  readonly complaint: string;
  /** `report.json`, where one was written. */
  readonly report: Report | undefined;
}

interface Commands {
  /** A folder for the test's own files. */
  folder: string;
  /** Runs a command in this process; its report goes to `folder`. */
  run: (
    command: Command,
    args: readonly string[],
    inside?: Inside,
    surroundings?: Partial<Surroundings>,
  ) => Promise<Outcome>;
}

export const test = base.extend<Commands>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "portal-commands-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  run: async ({ folder }, use, { config }) => {
    const { browser } = config.metadata as { browser?: string };
    await use(async (command, args, inside, surroundings) => {
      const printed: string[] = [];
      const complaint: string[] = [];
      const exitCode = await runCommand(
        command,
        ["--report", folder, ...args],
        {
          say: (line) => printed.push(line),
          complain: (line) => complaint.push(line),
          views: new URL("../../views/", import.meta.url),
          browser,
          ...surroundings,
        },
        inside,
      );
      return {
        exitCode,
        printed: printed.join("\n"),
        complaint: complaint.join("\n"),
        report: await reportIn(folder),
      };
    });
  },
});

async function reportIn(folder: string): Promise<Report | undefined> {
  const file = path.join(folder, "report.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}
