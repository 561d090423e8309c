import type { LaunchOptions } from "@playwright/test";

/**
 * How to start Chromium so that it runs anywhere: started by root it refuses
 * its own sandbox, and on a closed network its errands in the background delay
 * pages.
 *
 * @param executablePath the browser; Playwright's own where it is undefined
 */
export function browserLaunchOptions(executablePath?: string): LaunchOptions {
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  };
}
