import type { Page } from "@playwright/test";
import type { Edition } from "../../simulator/domain/editions.ts";
import type { Stop } from "../../simulator/domain/journey/journey.ts";
import { completeSettings } from "../../simulator/settings.ts";
import { start } from "../../simulator/start.ts";
import type { RunningSimulator } from "../../simulator/start.ts";

const CAPTCHA = "246810";

/** What is typed, by the stop's id. The taxpayer is one of the scenario `default`. */
const ANSWERS: Readonly<Record<string, string>> = {
  username: "never_enabled",
  password: "Simulator@1",
  captcha: CAPTCHA,
};

/**
 * Starts a simulator that shows the same at every walk: always the same digits, and a clock
 * that stands at the day and the hour of the guide's own pictures, in the edition's year.
 */
export function startStill({ name }: Edition): Promise<RunningSimulator> {
  const now = Date.UTC(Number(name), 7, 19, 11, 31);
  const settings = { edition: name, captcha: CAPTCHA, log: "silent" } as const;
  return start(completeSettings(settings), { now: () => now });
}

/** Does what a stop of the journey says, as far as it is more than to look. */
export async function take(page: Page, stop: Stop): Promise<void> {
  const target = page.locator(stop.target);
  switch (stop.act) {
    case "type":
      if (stop.id === "captcha") {
        await page.locator("#imgCaptcha.captcha").waitFor();
      }
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
