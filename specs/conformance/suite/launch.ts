import type { Browser, LaunchOptions } from "@playwright/test";
import { browserLaunchOptions } from "../../kit/browser.ts";

/** No browser could be started; the message says what to do. */
export class NoBrowser extends Error {}

const PLACES: readonly LaunchOptions[] = [
  {},
  { channel: "chrome" },
  { channel: "msedge" },
  ...[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/chromium-headless-shell",
    "/snap/bin/chromium",
  ].map((executablePath) => ({ executablePath })),
];

/**
 * Starts a browser: the one that was named, else Playwright's own, else one that the machine
 * has. Throws `NoBrowser` where there is none, or no Playwright.
 */
export async function launchBrowser(
  named: string | undefined,
  options: LaunchOptions,
): Promise<Browser> {
  const chromium = await browserType();
  const places = named === undefined ? PLACES : [browserLaunchOptions(named)];
  for (const place of places) {
    try {
      return await chromium.launch({
        ...options,
        ...place,
        // A signal is the run's to answer: the switch may have to be put back first.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
    } catch {
      continue;
    }
  }
  throw new NoBrowser(
    named === undefined
      ? "No browser starts here: install Chrome, Chromium or Edge (npx playwright install chromium), or set PORTAL_BROWSER to the path of its executable."
      : `PORTAL_BROWSER is "${named}", which does not start${options.headless === false ? " with a window" : ""}; give the path of a Chrome, Chromium or Edge executable, or leave it unset.`,
  );
}

async function browserType() {
  try {
    return (await import("@playwright/test")).chromium;
  } catch {
    throw new NoBrowser(
      "This needs a browser driven by Playwright, which is not installed here: npm install --save-dev @playwright/test",
    );
  }
}
