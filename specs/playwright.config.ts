import { defineConfig } from "@playwright/test";
import { driverOf } from "../scripts/setup/driver.mjs";
import { rememberedBrowser } from "../scripts/setup/machine.mjs";
import { browserLaunchOptions } from "./kit/browser.ts";
import type { KitOptions, KitWorkerOptions } from "./kit/test.ts";

const { CI, PORTAL_BROWSER, PORTAL_WORKERS } = process.env;
const browser = PORTAL_BROWSER ?? rememberedBrowser();

/** One project for each kind of spec: `npm test -- --project=unit` runs one alone. */
export default defineConfig<KitOptions, KitWorkerOptions>({
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  retries: 0,
  timeout: 30_000,
  workers: Number(PORTAL_WORKERS ?? 2),
  reporter: [
    ["list"],
    ["html", { open: "never", outputFolder: "../playwright-report" }],
  ],
  use: {
    launchOptions: browserLaunchOptions(browser),
    screenshot: "only-on-failure",
    trace: "off",
  },
  // For the specs that start a browser without Playwright.
  metadata: { browser, chromedriver: driverOf(browser) },
  projects: [
    { name: "unit", testDir: "unit" },
    { name: "html", testDir: "html" },
    { name: "simulator", testDir: "simulator" },
    {
      name: "conformance-2017",
      testDir: "conformance",
      use: { edition: "2017" },
    },
  ],
});
