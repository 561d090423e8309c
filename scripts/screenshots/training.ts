import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import {
  STEPS,
  straightStops,
} from "../../simulator/domain/journey/journey.ts";
import { FAMILY, fontFaces } from "../guide/fonts.ts";
import type { Host } from "../guide/call.ts";
import { guide } from "../guide/guide.ts";
import { startStill, take } from "../guide/walk.ts";
import { savePicture } from "./save-picture.ts";

/** The guided tour at its sixth step. */
export async function tourPicture(
  browser: Browser,
  file: string,
): Promise<void> {
  const [edition] = EDITIONS.values();
  if (!edition) return;
  const simulator = await startStill(edition);
  const page = await browser.newPage({
    viewport: { width: 1024, height: 780 },
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  await page.goto(simulator.url);
  await page.getByRole("link", { name: "English" }).click();
  for (const [index, { path: at }] of STEPS.slice(0, 5).entries()) {
    await page.waitForURL(`**${at}`);
    for (const stop of straightStops(index + 1, edition)) {
      await take(page, stop);
    }
  }
  await showHindi(page);
  await savePicture(page, file);
  await page.close();
  await simulator.close();
}

/**
 * Lends the ribbon a font with Hindi letters, which not every machine has. The page's context
 * must let a foreign one in (`bypassCSP`).
 */
export async function showHindi(page: Page): Promise<void> {
  await page.addStyleTag({
    content: `${fontFaces()} .tour-switch { font-family: "${FAMILY}" }`,
  });
  await page.evaluate("document.fonts.ready.then(() => undefined)");
}

/** A step of the guide in Hindi. */
export async function guidePicture(
  browser: Browser,
  file: string,
  host: Host,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-guide-"));
  const args = ["--edition", "2026", "--lang", "hi", "--out", folder];
  await guide(args, host);
  const page = await browser.newPage({
    viewport: { width: 1024, height: 900 },
  });
  const html = path.join(folder, "2026-hi", "guide.html");
  await page.goto(pathToFileURL(html).href);
  await page.addStyleTag({ content: "section { padding: 0.75rem 1rem }" });
  await savePicture(page, file, page.locator("section:has(#step-1)"));
  await page.close();
  await rm(folder, { recursive: true });
}
