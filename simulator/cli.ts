#!/usr/bin/env node
import { EDITIONS } from "./domain/editions.ts";
import {
  SettingsError,
  optionLines,
  readSettings,
  readSignIn,
} from "./settings.ts";
import { start } from "./start.ts";
import type { RunningSimulator } from "./start.ts";

const EDITION_NAMES = [...EDITIONS.keys()].join("|");

const HELP = `gst-portal-simulator [serve] [options]

Serves a simulated GST portal.

${optionLines().join("\n")}
  --help  this text

Each option is also an environment variable, such as PORTAL_PORT; a flag wins.

gst-portal-simulator conform --url URL [--edition ${EDITION_NAMES}] [--username NAME]
  [--password PASSWORD] [--captcha DIGITS] [--public-only] [--headed]
  [--confirm-changes] [--timeout SECONDS] [--report DIRECTORY] [--compare OLD.json]

Judges a portal by every clause (docs/conformance.md). GST_USERNAME and GST_PASSWORD
keep the sign-in out of process lists.

gst-portal-simulator check-page FILE.html… --page login|welcome|profile|manage-api-access
  [--edition ${EDITION_NAMES}] [--report DIRECTORY]

Judges pages that were saved from a browser.

gst-portal-simulator guide [--edition ${EDITION_NAMES}] [--lang CODE] [--out DIRECTORY]

Writes the guide of the six steps as HTML, PDF and Markdown with pictures
(docs/training.md).`;

const COMMANDS = ["serve", "conform", "check-page", "guide"] as const;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    console.log(HELP);
    return;
  }
  const [first = "serve", ...rest] = args;
  if (first.startsWith("-")) {
    await serve(args);
    return;
  }
  const command = COMMANDS.find((known) => known === first);
  if (command === undefined) {
    throw new SettingsError(
      `There is no command "${first}"; there is ${COMMANDS.join(", ")}.`,
    );
  }
  if (command === "serve") await serve(rest);
  else process.exitCode = await run(command, rest);
}

/** Loaded when it is called for, as serving needs nothing of it. */
async function run(
  command: "conform" | "check-page" | "guide",
  args: readonly string[],
): Promise<number> {
  const surroundings = {
    say: (line: string) => console.log(line),
    complain: (line: string) => console.error(line),
    views: new URL("../views/", import.meta.url),
    ...(process.stdin.isTTY && { input: process.stdin }),
    ...readSignIn(),
  };
  if (command === "guide") {
    const { guide } = await import("../scripts/guide/guide.ts");
    return guide(args, surroundings);
  }
  const { runCommand } =
    await import("../specs/conformance/commands/run-command.ts");
  return runCommand(command, args, surroundings);
}

/**
 * A heap that is swept early rather than grown (docs/performance.md). Of the program alone:
 * a process that starts a simulator by `startSimulator` is its owner's.
 */
const SMALL_HEAP = [
  "--semi-space-growth-factor=1",
  "--heap-growing-percent=50",
];

async function serve(args: readonly string[]): Promise<void> {
  const settings = readSettings(args);
  const starting = start(settings);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // A terminal's Ctrl-C may come twice: from it, and handed on by npm.
    process.on(signal, () => {
      void starting
        .then((simulator) => simulator.close())
        .finally(() => process.exit());
    });
  }
  const simulator = await starting;
  console.log(welcome(simulator, settings.control));
  console.log(`Listening on ${simulator.url}`);
  // Not before: a start is quicker with room.
  const { setFlagsFromString } = await import("node:v8");
  for (const flag of SMALL_HEAP) setFlagsFromString(flag);
}

function welcome(simulator: RunningSimulator, control: boolean): string {
  const entries = [...simulator.scenario.entries.values()].slice(0, 100);
  const now = 0;
  const rows = entries.map((entry) => {
    const { password } = entry.at(now);
    return `  ${entry.username.padEnd(16)}  ${password.padEnd(15)}  ${entry.situation ?? ""}`;
  });
  return [
    `GST portal simulator, edition ${simulator.edition.name}. Not the GST portal: never enter real credentials.`,
    "",
    "  User name         Password         Situation",
    ...rows,
    "",
    ...(control ? [`Control panel: ${simulator.url}/__simulator`] : []),
  ].join("\n");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
