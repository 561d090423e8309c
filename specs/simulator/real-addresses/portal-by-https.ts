import { startSimulator } from "../../../simulator/index.ts";
import type { Simulator } from "../../../simulator/index.ts";
import { expect, test as base } from "../support/test.ts";

export { expect };

/** What a script needs to be sent here, and nothing of it changed. */
interface RealAddresses {
  /** A simulator of edition 2026 that speaks HTTPS; one for each test. */
  byHttps: Simulator;
  /** The Chromium switches of docs/real-addresses.md. */
  switches: string[];
  /** The browser and the driver that the set-up has found. */
  programs: { browser?: string; chromedriver?: string };
}

export const test = base.extend<RealAddresses>({
  // oxlint-disable-next-line no-empty-pattern
  byHttps: async ({}, use) => {
    await using simulator = await startSimulator({
      edition: "2026",
      https: true,
    });
    await use(simulator);
  },
  switches: async ({ byHttps }, use) => {
    const { host } = new URL(byHttps.url);
    await use([
      `--host-resolver-rules=MAP *.gst.gov.in ${host}`,
      "--ignore-certificate-errors",
    ]);
  },
  // oxlint-disable-next-line no-empty-pattern
  programs: async ({}, use, { config }) => {
    await use(config.metadata);
  },
});

/** How Chromium is started where the specs run: often as root, and without a network. */
export const HEADLESS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-background-networking",
  "--window-size=1200,1100",
];
