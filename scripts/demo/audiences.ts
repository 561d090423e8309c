import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { fontFaces } from "../guide/fonts.ts";
import type { Frame } from "./apng.ts";
import type { Audience } from "./perform.ts";

const VIEWPORT = { width: 1024, height: 640 };

/** A page with the caption and the pointer, in which nothing happens yet. */
export async function openStage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    viewport: VIEWPORT,
    // The portal's own policy lets no foreign font in.
    bypassCSP: true,
  });
  const stage = new URL("stage.js", import.meta.url);
  await page.addInitScript(
    `globalThis.demoFont = ${JSON.stringify(fontFaces())}`,
  );
  await page.addInitScript({ path: fileURLToPath(stage) });
  return page;
}

/** People in a room: all stands still from one press of the space bar to the next. */
export async function room(page: Page, note: string): Promise<Audience> {
  const state = { isPaused: false };
  await page.exposeFunction("demoSpace", async () => {
    state.isPaused = !state.isPaused;
    const text = state.isPaused ? note : "";
    await page.evaluate(`demo.pause(${JSON.stringify(text)})`);
  });
  return {
    moves: 24,
    watch: async (_, milliseconds) => {
      let left = milliseconds;
      while (left > 0 || state.isPaused) {
        await setTimeout(Math.min(TICK, Math.max(left, 1)));
        if (!state.isPaused) left -= TICK;
      }
    },
  };
}

/** How soon a press of the space bar is noticed, in milliseconds. */
const TICK = 20;

/** Takes a frame of each scene instead of waiting. */
export class Recorder implements Audience {
  readonly frames: Frame[] = [];
  readonly moves: number;

  constructor(moves: number) {
    this.moves = moves;
  }

  async watch(page: Page, delay: number): Promise<void> {
    const png = await page.screenshot({ animations: "disabled" });
    this.frames.push({ png, delay });
  }
}
