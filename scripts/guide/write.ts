import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { createViews } from "../../simulator/web/views.ts";
import { markdownOf } from "./document.ts";
import type { Guide } from "./document.ts";
import { fontFaces } from "./fonts.ts";

interface Workshop {
  readonly browser: Browser;
  /** The folder of the views. */
  readonly views: string;
  /** PNG files, one a step. */
  readonly pictures: readonly Buffer[];
  /** The folder where the guide goes. */
  readonly to: string;
}

/** Writes a guide in each of its forms. */
export async function writeGuide(
  guide: Guide,
  { browser, views, pictures, to }: Workshop,
): Promise<void> {
  const html = createViews(views).text("guide/guide", {
    guide,
    fonts: fontFaces(),
    pictures: pictures.map(
      (picture) => `data:image/png;base64,${picture.toString("base64")}`,
    ),
  });
  await mkdir(path.join(to, "steps"), { recursive: true });
  await writeFile(path.join(to, "guide.html"), html);
  await writeFile(path.join(to, "guide.md"), markdownOf(guide));
  await writeFile(path.join(to, "guide.pdf"), await printed(browser, html));
  for (const [index, { file }] of guide.steps.entries()) {
    await writeFile(path.join(to, file), pictures[index] ?? "");
  }
}

/** The guide on A4, tagged for screen readers, with an outline and numbered pages. */
async function printed(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  const pdf = await page.pdf({
    format: "A4",
    margin: { top: "16mm", right: "18mm", bottom: "20mm", left: "18mm" },
    printBackground: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate:
      '<p style="width: 100%; font: 9px sans-serif; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></p>',
  });
  await page.close();
  return pdf;
}
