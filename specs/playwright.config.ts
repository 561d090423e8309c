import { defineConfig } from "@playwright/test";
import { rememberedBrowser } from "../scripts/setup/machine.mjs";
import { browserLaunchOptions } from "./kit/browser.ts";

const { CI, PORTAL_BROWSER, PORTAL_WORKERS } = process.env;

/** One project a floor of the suite, so that `--project unit` runs one alone. */
export default defineConfig({
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
    launchOptions: browserLaunchOptions(PORTAL_BROWSER ?? rememberedBrowser()),
    screenshot: "only-on-failure",
    trace: "off",
  },
  projects: [
    { name: "unit", testDir: "unit" },
    { name: "html", testDir: "html" },
    { name: "simulator", testDir: "simulator" },
    { name: "conformance-2017", testDir: "conformance" },
  ],
});
