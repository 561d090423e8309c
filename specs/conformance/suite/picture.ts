import type { Page } from "@playwright/test";
import { within } from "../run/waiting.ts";

const LONGEST = 5_000;

/**
 * The page as a `data:` address, for a report.
 *
 * @param secret what must not be seen: a page that shows it gives no picture
 * @returns `undefined` where there is none
 */
export async function pictureOf(
  page: Page,
  secret: string | undefined,
): Promise<string | undefined> {
  try {
    if (secret && (await within(shows(page, secret), LONGEST, ""))) {
      return undefined;
    }
    const taken = page.screenshot({
      type: "jpeg",
      quality: 60,
      fullPage: true,
      timeout: LONGEST,
    });
    const picture = await within(taken, 2 * LONGEST, "");
    return `data:image/jpeg;base64,${picture.toString("base64")}`;
  } catch {
    return undefined;
  }
}

/** Whether `secret` can be read in the page or in a field that does not hide it. */
async function shows(page: Page, secret: string): Promise<boolean> {
  const script = `(() => {
    const texts = [...document.querySelectorAll("input, textarea")]
      .filter((field) => field.type !== "password")
      .map((field) => field.value);
    return [document.body.innerText, ...texts].some((text) =>
      text.includes(${JSON.stringify(secret)}));
  })()`;
  return page.evaluate<boolean>(script);
}
