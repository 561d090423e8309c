import { fileURLToPath } from "node:url";
import { headlessOf, setUpCompanions } from "./setup/companions.mjs";
import { setUpBrowser } from "./setup/steps.mjs";

const named = process.env["PORTAL_BROWSER"];
const browser = await setUpBrowser();
setUpCompanions(browser, (line) => console.error(line));
const wantsWindow = ["--headed", "--ui", "--debug"].some((flag) =>
  process.argv.includes(flag),
);
process.env["PORTAL_BROWSER"] =
  named || wantsWindow ? browser : headlessOf(browser);

// What a spec reads of a page is soon forgotten: room for it costs less than to clear it.
process.env["NODE_OPTIONS"] =
  `--max-semi-space-size=32 ${process.env["NODE_OPTIONS"] ?? ""}`.trim();

// In this very process, so that signals and the exit code are Playwright's own.
const config = new URL("../specs/playwright.config.ts", import.meta.url);
process.argv.splice(2, 0, "test", "--config", fileURLToPath(config));
const cli = new URL("../node_modules/@playwright/test/cli.js", import.meta.url);
await import(cli.href);
