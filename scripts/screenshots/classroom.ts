import type { Browser as Chromium } from "@playwright/test";
import { completeSettings } from "../../simulator/settings.ts";
import { start } from "../../simulator/start.ts";
import { DEFAULT_WORLD } from "../../simulator/worlds.ts";
import { Browser } from "../bench/browser.ts";
import {
  MANAGE_API_ACCESS,
  PROFILE,
  signIn,
  sixSteps,
  visit,
} from "../bench/six-steps.ts";
import { savePicture } from "./save-picture.ts";

/** The class in the picture begins at this instant, and time moves only when it is told to. */
const BEGINS_AT = Date.parse("2026-11-24T04:30:00Z");

/** Who comes how far in the first minutes; who is not in it has not begun. */
const AFTER_MINUTES: readonly [
  minutes: number,
  Readonly<Record<string, readonly number[]>>,
][] = [
  [1, { landing: [1, 2, 5, 9, 12], wrong: [7] }],
  [1, { profile: [3, 4, 8], landing: [10, 15], wrong: [7, 17] }],
  [1, { manageApiAccess: [4, 6, 14, 16], profile: [9, 10], wrong: [7] }],
  [1, { all: [1, 2, 3, 11, 12], profile: [13], landing: [18] }],
];

/** Makes a picture of the board while a class of 20 is at work. */
export async function classroomPicture(
  chromium: Chromium,
  path: string,
): Promise<void> {
  const settings = completeSettings({ scenario: "classroom", trainees: 20 });
  const simulator = await start(settings, { now: () => BEGINS_AT });
  const levers = await simulator.levers();
  const control = levers(DEFAULT_WORLD);
  const trainees = await control.taxpayers();
  for (const [minutes, deeds] of AFTER_MINUTES) {
    for (const [deed, numbers] of Object.entries(deeds)) {
      for (const number of numbers) {
        const trainee = trainees[number - 1];
        if (trainee) await go(simulator.url, deed, trainee);
      }
    }
    await control.advance(`PT${minutes}M12S`);
  }
  const page = await chromium.newPage({
    viewport: { width: 1180, height: 660 },
  });
  await page.goto(`${simulator.url}/__simulator/classroom`);
  await savePicture(page, path);
  await page.close();
  await simulator.close();
}

async function go(
  url: string,
  deed: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const browser = await Browser.open(url);
  if (deed === "all") await sixSteps(browser, { username, password });
  else if (deed === "wrong") {
    await signIn(browser, username, "a wrong one").catch(() => undefined);
  } else {
    await signIn(browser, username, password);
    if (deed !== "landing") await visit(browser, PROFILE);
    if (deed === "manageApiAccess") await visit(browser, MANAGE_API_ACCESS);
  }
  browser.close();
}
