import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { driverOf } from "../scripts/setup/companions.mjs";
import { rememberedBrowser } from "../scripts/setup/machine.mjs";
import { browserLaunchOptions } from "./kit/browser.ts";
import type { PortalOptions } from "./kit/portal-test.ts";
import type { KitOptions, KitWorkerOptions } from "./kit/test.ts";

const { CI, PORTAL_BROWSER } = process.env;
const browser = PORTAL_BROWSER ?? rememberedBrowser();

/** What the simulators that are judged show as their CAPTCHA, where the edition has one. */
const CAPTCHA = "246810";

/** The conformance suite on a simulator of its own, which each test has for itself. */
function conformance(edition: "2017" | "2026") {
  return {
    name: `conformance-${edition}`,
    testDir: "conformance",
    use: {
      edition,
      portalUrl: process.env[`CONFORMANCE_${edition}_URL`] ?? "",
      credentials: {
        username: "never_enabled",
        password: "Simulator@1",
        captcha: CAPTCHA,
      },
      isolationHeader: "X-Simulator-World",
    },
  };
}

/** One project for each kind of spec: `npm test -- --project=unit` runs one alone. */
export default defineConfig<KitOptions & PortalOptions, KitWorkerOptions>({
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  retries: 0,
  timeout: 30_000,
  // More than there are cores: a browser waits more than it works.
  workers: "150%",
  reporter: [
    ["./support/not-run.ts"],
    ["list"],
    ["html", { open: "never", outputFolder: "../playwright-report" }],
  ],
  use: {
    launchOptions: browserLaunchOptions(browser),
    screenshot: "only-on-failure",
    trace: "off",
  },
  // For the specs that start a browser without Playwright.
  metadata: {
    browser,
    chromedriver: driverOf(browser),
    // Elsewhere a test whose program is not installed is not run, and the summary says so.
    mustRunAll: CI !== undefined,
  },
  projects: [
    { name: "unit", testDir: "unit" },
    // A few tests only: fewer workers are sooner started.
    { name: "html", testDir: "html", workers: 1 },
    // One worker, as each would pack and install the package for itself; early, as it takes long.
    { name: "recipes", testDir: "recipes", workers: 1, fullyParallel: false },
    { name: "mutants", testDir: "mutants" },
    { name: "simulator", testDir: "simulator" },
    { name: "commands", testDir: "commands" },
    { ...conformance("2017"), grepInvert: /@2026/ },
    { ...conformance("2026"), grepInvert: /@2017/ },
  ],
  webServer: ["2017", "2026"].map((edition) => ({
    command: `node --import tsx simulator/cli.ts --port 0 --edition ${edition} --captcha ${CAPTCHA}`,
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    wait: {
      stdout: new RegExp(
        `Listening on (?<conformance_${edition}_url>http\\S+)`,
      ),
    },
  })),
});
