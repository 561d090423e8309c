import { fileURLToPath } from "node:url";
import { setUpDriver } from "./setup/driver.mjs";
import { setUpBrowser } from "./setup/steps.mjs";

const browser = await setUpBrowser();
process.env["PORTAL_BROWSER"] = browser;
setUpDriver(browser, (line) => console.error(line));

// In this very process, so that signals and the exit code are Playwright's own.
const config = new URL("../specs/playwright.config.ts", import.meta.url);
process.argv.splice(2, 0, "test", "--config", fileURLToPath(config));
const cli = new URL("../node_modules/@playwright/test/cli.js", import.meta.url);
await import(cli.href);
