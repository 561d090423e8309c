/**
 * Judges the live site, for a person to start: `npm run test:live`. The person types the CAPTCHA
 * and any one-time password. Nothing is changed unless `--confirm-changes` is given, and what was
 * changed is put back. See docs/conformance.md.
 */
import { homedir } from "node:os";
import path from "node:path";
import { readSignIn } from "../simulator/settings.ts";
import { runCommand } from "../specs/conformance/commands/run-command.ts";

const LIVE = ["--url", "https://services.gst.gov.in", "--edition", "2026"];

process.exitCode = await runCommand(
  "conform",
  [...LIVE, "--headed", "--timeout", "20", ...process.argv.slice(2)],
  {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
    views: new URL("../views/", import.meta.url),
    ...(process.stdin.isTTY && { input: process.stdin }),
    ...readSignIn(),
  },
  { sessionFile: path.join(homedir(), ".gst-portal-simulator/session.json") },
);
