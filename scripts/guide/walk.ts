import type { Page } from "@playwright/test";
import type { Stop } from "../../simulator/domain/journey/journey.ts";

/** The CAPTCHA of the simulators that the guide and the demonstration walk through. */
export const CAPTCHA = "246810";

/** What is typed, by the stop's id. The taxpayer is one of the scenario `default`. */
const ANSWERS: Readonly<Record<string, string>> = {
  username: "never_enabled",
  password: "Simulator@1",
  captcha: CAPTCHA,
};

/** Does what a stop of the journey says, as far as it is more than to look. */
export async function take(page: Page, stop: Stop): Promise<void> {
  const target = page.locator(stop.target);
  switch (stop.act) {
    case "type":
      await target.fill(ANSWERS[stop.id] ?? "");
      break;
    case "press":
      await target.click();
      break;
    case "choose":
      if ((await target.getAttribute("type")) === "radio") await target.check();
      // The longest time, which comes last.
      else await target.selectOption({ index: await lastIndex(page, stop) });
      break;
    case "look":
      break;
  }
}

async function lastIndex(page: Page, stop: Stop): Promise<number> {
  return (await page.locator(`${stop.target} option`).count()) - 1;
}
