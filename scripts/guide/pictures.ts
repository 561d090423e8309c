import type { Browser, Page } from "@playwright/test";
import type { Edition } from "../../simulator/domain/editions.ts";
import {
  STEPS,
  straightStops,
} from "../../simulator/domain/journey/journey.ts";
import type { Stop } from "../../simulator/domain/journey/journey.ts";
import { FAMILY, fontFaces } from "./fonts.ts";
import { startStill, take } from "./walk.ts";

/** In pixels of CSS; a picture has twice as many each way. */
const VIEWPORT = { width: 1024, height: 720 };

/**
 * Walks the six steps of an edition and takes a picture of each: everything is filled in,
 * nothing is pressed yet, and what is to be done bears numbers. Clock, taxpayer, digits and
 * font are always the same, and so are the pictures.
 *
 * @returns PNG files, one a step
 */
export async function takePictures(
  browser: Browser,
  edition: Edition,
): Promise<Buffer[]> {
  const simulator = await startStill(edition);
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
    // The portal's own policy lets no foreign font in.
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    await page.goto(simulator.url);
    const pictures: Buffer[] = [];
    for (const [index, { path }] of STEPS.entries()) {
      await page.waitForURL(`**${path}`);
      const stops = straightStops(index + 1, edition);
      const filled = stops.filter(({ act }) => act !== "press");
      for (const stop of filled) await take(page, stop);
      pictures.push(await takePicture(page, stops));
      for (const stop of stops)
        if (stop.act === "press") await take(page, stop);
    }
    return pictures;
  } finally {
    await context.close();
    await simulator.close();
  }
}

async function takePicture(
  page: Page,
  stops: readonly Stop[],
): Promise<Buffer> {
  const font = await page.addStyleTag({
    content: `${fontFaces()} * { font-family: "${FAMILY}" !important; }`,
  });
  // Neither focus nor pointer is to be seen.
  await page.evaluate("document.activeElement.blur()");
  await page.mouse.move(0, 0);
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await mark(page, stops);
  const picture = await page.screenshot({ animations: "disabled" });
  await page.evaluate("document.querySelector('#guide-marks').remove()");
  await font.evaluate((style) => (style as Element).remove());
  return picture;
}

/** Draws a ring and a number at each stop. */
async function mark(page: Page, stops: readonly Stop[]): Promise<void> {
  const boxes = [];
  for (const stop of stops) {
    const box = await page.locator(stop.mark ?? stop.target).boundingBox();
    if (!box || box.y + box.height > VIEWPORT.height) {
      throw new Error(`${stop.id} is not in the picture.`);
    }
    boxes.push(box);
  }
  await page.evaluate((places) => {
    const layer = document.createElement("div");
    layer.id = "guide-marks";
    for (const [index, { x, y, width, height }] of places.entries()) {
      const ring = document.createElement("div");
      ring.style.cssText = `position: absolute; z-index: 99; left: ${x - 6}px; top: ${y - 6}px; width: ${width + 12}px; height: ${height + 12}px; border: 3px solid #b03fcb; border-radius: 6px`;
      const dot = document.createElement("div");
      dot.textContent = String(index + 1);
      dot.style.cssText = `position: absolute; z-index: 99; left: ${Math.max(x - 29, 2)}px; top: ${y + height / 2 - 13}px; width: 26px; height: 26px; border: 2px solid white; border-radius: 50%; font: bold 14px/22px sans-serif; text-align: center; color: white; background: #7a2e8e`;
      layer.append(ring, dot);
    }
    document.body.append(layer);
  }, boxes);
}
