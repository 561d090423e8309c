import { writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/**
 * Saves what a page shows as WebP: the package brings the README's pictures along, and as PNG
 * they would be four times as large.
 *
 * @param of what of the page is shown; the window where it is left out
 */
export async function savePicture(
  page: Page,
  file: string,
  of?: Locator,
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const box = await of?.boundingBox();
  const { data } = await devtools.send("Page.captureScreenshot", {
    format: "webp",
    quality: 45,
    ...(box && { captureBeyondViewport: true, clip: { ...box, scale: 1 } }),
  });
  await writeFile(file, data, "base64");
}
