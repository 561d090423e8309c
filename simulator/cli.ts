#!/usr/bin/env node
import { SettingsError, optionLines, readSettings } from "./settings.ts";
import { start } from "./start.ts";
import type { RunningSimulator } from "./start.ts";

const HELP = `gst-portal-simulator [serve] [options]

Serves a simulated GST portal.

${optionLines().join("\n")}
  --help  this text

Each option is also an environment variable, such as PORTAL_PORT; a flag wins.`;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) {
    console.log(HELP);
    return;
  }
  const [command, ...rest] = args;
  const isServe = command === undefined || command.startsWith("-");
  if (!isServe && command !== "serve") {
    throw new SettingsError(
      `There is no command "${command}"; there is serve.`,
    );
  }
  await serve(isServe ? args : rest);
}

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
