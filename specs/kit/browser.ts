import type { LaunchOptions } from "@playwright/test";

/**
 * How to start the browser: wherever a program starts one, it starts this one.
 * Playwright itself turns off the sandbox, which root may not use, and the
 * errands in the background, which delay pages on a closed network.
 *
 * @param executablePath the browser; Playwright's own where it is undefined
 */
export function browserLaunchOptions(executablePath?: string): LaunchOptions {
  return executablePath === undefined ? {} : { executablePath };
}
