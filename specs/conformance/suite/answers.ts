import type { Browser } from "@playwright/test";
import type { Order } from "./order.ts";

/** Pages that anyone may ask for. */
const ASKED = ["/services/login", "/services/auth/manageapiaccess"];

/** Whether the portal answers at all. */
export async function answers(
  { context: options, target }: Order,
  browser: Browser,
): Promise<boolean> {
  try {
    const context = await browser.newContext(options);
    const asked = ASKED.map(async (path) => {
      const page = await context.newPage();
      await page.goto(new URL(path, target.url).href, {
        timeout: target.timeout,
        waitUntil: "domcontentloaded",
      });
      return true;
    });
    const answered = await Promise.any(asked);
    void context.close().catch(() => undefined);
    return answered;
  } catch {
    return false;
  }
}
