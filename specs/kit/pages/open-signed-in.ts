import type { Page } from "@playwright/test";

/**
 * Goes to a page for the signed-in as if from inside the portal, which turns away who types
 * such an address (facts: portal §7).
 */
export async function openSignedIn(
  page: Page,
  url: string,
  path: string,
): Promise<void> {
  await page.goto(new URL(path, url).href, {
    waitUntil: "domcontentloaded",
    referer: new URL("/services/auth/", url).href,
  });
}
