import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "@playwright/test";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import { readLanguages } from "../../simulator/languages.ts";
import {
  NoBrowser,
  launchBrowser,
} from "../../specs/conformance/suite/launch.ts";
import { entryOf, exitCodeOf, flagsOf } from "../guide/call.ts";
import type { Host } from "../guide/call.ts";
import { startStill } from "../guide/walk.ts";
import { animate } from "./apng.ts";
import { Recorder, openStage, room } from "./audiences.ts";
import { perform } from "./perform.ts";
import type { Play } from "./perform.ts";

const FLAGS = {
  edition: [...EDITIONS.keys()].join("|"),
  lang: "CODE",
  record: "FILE.png",
} as const;

/**
 * Performs the six steps at a speaker's pace in a browser with a window, where the space bar
 * pauses; or records them, without a window, as an animated PNG.
 *
 * @param moves in how many pieces a recording shows the pointer's way
 * @returns the exit code: 1 without a browser, 2 where the call was wrong; a sentence says why
 */
export function demonstrate(
  args: readonly string[],
  host: Host,
  moves = 6,
): Promise<number> {
  return exitCodeOf(async () => {
    const flags = flagsOf(args, FLAGS);
    const { edition = "2017", lang = "en", record } = flags;
    const folder = fileURLToPath(new URL("languages", host.views));
    const play = {
      edition: entryOf(EDITIONS, edition, "edition"),
      language: entryOf(readLanguages(folder), lang, "lang"),
    };
    if (record === undefined) await show(play, host);
    else await save(play, host, record, moves);
  }, host);
}

async function show(play: Play, { say, browser: named }: Host): Promise<void> {
  const browser = await openWindow(named);
  const simulator = await startStill(play.edition);
  const page = await openStage(browser);
  try {
    say("The space bar pauses, and goes on. Close the window to end.");
    const people = await room(page, play.language.guide.paused);
    await page.goto(simulator.url);
    await perform(page, play, people);
    await page.waitForEvent("close", { timeout: 0 });
  } catch (error) {
    // Whoever closes the window early has seen enough.
    if (!page.isClosed()) throw error;
  } finally {
    await browser.close();
    await simulator.close();
  }
}

/** A browser that people can see. */
async function openWindow(named: string | undefined): Promise<Browser> {
  const hint =
    "without a window, --record FILE.png leaves an animated picture.";
  const browser = await launchBrowser(named, { headless: false }).catch(
    (error: unknown) => {
      if (!(error instanceof NoBrowser)) throw error;
      throw new NoBrowser(`No browser opens a window here; ${hint}`);
    },
  );
  const session = await browser.newBrowserCDPSession();
  const { product } = await session.send("Browser.getVersion");
  if (!product.startsWith("Headless")) return browser;
  await browser.close();
  throw new NoBrowser(`${named} has no windows; ${hint}`);
}

async function save(
  play: Play,
  { say, browser: named }: Host,
  file: string,
  moves: number,
): Promise<void> {
  const browser = await launchBrowser(named, {});
  const simulator = await startStill(play.edition);
  try {
    const page = await openStage(browser);
    const recorder = new Recorder(moves);
    await page.goto(simulator.url);
    await perform(page, play, recorder);
    await writeFile(file, animate(recorder.frames));
    say(`Wrote ${path.resolve(file)}`);
  } finally {
    await browser.close();
    await simulator.close();
  }
}
