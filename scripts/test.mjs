import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setUpBrowser } from "./setup/steps.mjs";

const browser = await setUpBrowser();

/** @param {string} file path from the project's root */
const inProject = (file) =>
  fileURLToPath(new URL(`../${file}`, import.meta.url));

const playwright = spawn(
  process.execPath,
  [
    inProject("node_modules/@playwright/test/cli.js"),
    "test",
    "--config",
    inProject("specs/playwright.config.ts"),
    ...process.argv.slice(2),
  ],
  { env: { ...process.env, PORTAL_BROWSER: browser }, stdio: "inherit" },
);

// Playwright ends its workers and servers itself: hand the signal on and wait.
process.on("SIGINT", (signal) => playwright.kill(signal));
process.on("SIGTERM", (signal) => playwright.kill(signal));
playwright.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
