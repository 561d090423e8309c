import type { Page } from "@playwright/test";
import type { Edition } from "../../simulator/domain/editions.ts";
import {
  STEPS,
  straightStops,
} from "../../simulator/domain/journey/journey.ts";
import type { Stop } from "../../simulator/domain/journey/journey.ts";
import { plain } from "../../simulator/domain/journey/language.ts";
import type { Language } from "../../simulator/domain/journey/language.ts";
import { countOf, valuesOf } from "../../simulator/domain/journey/words.ts";
import { take } from "../guide/walk.ts";

/** Who looks on: a room that takes its time, or a recorder that takes frames. */
export interface Audience {
  /** In how many pieces the pointer's way is shown. */
  readonly moves: number;
  /** Lets a scene stand for so many milliseconds. */
  watch(page: Page, milliseconds: number): Promise<void>;
}

/** What is performed. */
export interface Play {
  readonly edition: Edition;
  readonly language: Language;
}

/** In milliseconds: to read a caption, for the pointer's way, to see what became of a deed. */
const READING = 2_600;
const MOVING = 480;
const SEEING = 1_000;

/** Performs the six steps in a page, on which `stage.js` is set up, one stop after the other. */
export async function perform(
  page: Page,
  { edition, language }: Play,
  audience: Audience,
): Promise<void> {
  const values = valuesOf(edition);
  let from = { x: 512, y: 320 };
  for (const [index, { path }] of STEPS.entries()) {
    await page.waitForURL(`**${path}`);
    for (const stop of straightStops(index + 1, edition)) {
      const text = plain(language.stops[stop.id] ?? "", values);
      await play(page, { count: countOf(stop.step, language), text });
      await audience.watch(page, READING);
      const to = await middleOf(page, stop);
      for (let move = 1; move <= audience.moves; move++) {
        const part = move / audience.moves;
        await play(page, {
          x: from.x + (to.x - from.x) * part,
          y: from.y + (to.y - from.y) * part,
        });
        await audience.watch(page, MOVING / audience.moves);
      }
      from = to;
      await take(page, stop);
      await settle(page, stop);
      await audience.watch(page, SEEING);
    }
  }
  await play(page, { count: "", text: language.guide.finished });
  await audience.watch(page, READING);
}

async function play(page: Page, scene: object): Promise<void> {
  await page.evaluate(`demo.play(${JSON.stringify(scene)})`);
}

/** A press may lead to another page; what follows is to happen there. */
async function settle(page: Page, stop: Stop): Promise<void> {
  const next = STEPS[stop.step];
  if (stop.act === "press" && next) await page.waitForURL(`**${next.path}`);
  if (stop.act === "press" && !next) {
    await page.locator(".alert-success").waitFor();
  }
}

async function middleOf(page: Page, { mark, target }: Stop) {
  const place = page.locator(mark ?? target);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`${target} is not to be seen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
