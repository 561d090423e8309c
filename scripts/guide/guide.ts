import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "@playwright/test";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import type { Edition } from "../../simulator/domain/editions.ts";
import type { Language } from "../../simulator/domain/journey/language.ts";
import { readLanguages } from "../../simulator/languages.ts";
import { createRender } from "../../simulator/web/views.ts";
import {
  WrongCall,
  readFlags,
} from "../../specs/conformance/commands/flags.ts";
import type { Surroundings } from "../../specs/conformance/commands/surroundings.ts";
import {
  NoBrowser,
  launchBrowser,
} from "../../specs/conformance/suite/launch.ts";
import { guideOf, markdownOf } from "./document.ts";
import { fontFaces } from "./fonts.ts";
import { takePictures } from "./pictures.ts";

const FLAGS = {
  edition: [...EDITIONS.keys()].join("|"),
  lang: "CODE",
  out: "DIRECTORY",
} as const;

/**
 * Writes the guide to each edition in each language, or to those that are named: as HTML with
 * everything in it, as PDF, and as Markdown with the pictures of the steps.
 *
 * @returns the exit code: 1 without a browser, 2 where the call was wrong; a sentence says why
 */
export async function guide(
  args: readonly string[],
  surroundings: Surroundings & { readonly complain: (line: string) => void },
): Promise<number> {
  try {
    await writeGuides(args, surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongCall) && !(error instanceof NoBrowser)) {
      throw error;
    }
    surroundings.complain(error.message);
    return error instanceof WrongCall ? 2 : 1;
  }
}

async function writeGuides(
  args: readonly string[],
  { say, views, browser: named }: Surroundings,
): Promise<void> {
  const { flags, files } = readFlags(args, FLAGS);
  if (files[0] !== undefined) {
    const known = Object.keys(FLAGS).map((flag) => `--${flag}`);
    throw new WrongCall(
      `"${files[0]}" is not an option; there is ${known.join(", ")}.`,
    );
  }
  const folder = fileURLToPath(views);
  const editions = chosen(EDITIONS, flags.edition, "edition");
  const languages = chosen(
    readLanguages(path.join(folder, "languages")),
    flags.lang,
    "lang",
  );
  const out = path.resolve(flags.out ?? "guide");
  const browser = await launchBrowser(named, {});
  try {
    for (const edition of editions.values()) {
      const pictures = await takePictures(browser, edition);
      for (const [code, language] of languages) {
        const to = path.join(out, `${edition.name}-${code}`);
        await writeGuide(
          { browser, folder, to, pictures },
          { edition, code, language },
        );
        say(`Wrote ${to}${path.sep}guide.html, .pdf, .md and steps${path.sep}`);
      }
    }
  } finally {
    await browser.close();
  }
}

/** All of a map, or the one entry that was asked for. */
function chosen<T>(
  known: ReadonlyMap<string, T>,
  asked: string | undefined,
  flag: string,
): ReadonlyMap<string, T> {
  if (asked === undefined) return known;
  const found = known.get(asked);
  if (found !== undefined) return new Map([[asked, found]]);
  throw new WrongCall(
    `--${flag} must be one of ${[...known.keys()].join(", ")}, not "${asked}".`,
  );
}

interface Workshop {
  readonly browser: Browser;
  /** The folder of the views. */
  readonly folder: string;
  /** Where the guide goes. */
  readonly to: string;
  readonly pictures: readonly Buffer[];
}

interface Subject {
  readonly edition: Edition;
  readonly code: string;
  readonly language: Language;
}

async function writeGuide(
  { browser, folder, to, pictures }: Workshop,
  { edition, code, language }: Subject,
): Promise<void> {
  const booklet = guideOf(edition, code, language);
  const html = createRender(folder)("guide/guide", {
    guide: booklet,
    fonts: fontFaces(),
    pictures: pictures.map(
      (picture) => `data:image/png;base64,${picture.toString("base64")}`,
    ),
  });
  await mkdir(path.join(to, "steps"), { recursive: true });
  await writeFile(path.join(to, "guide.html"), html);
  await writeFile(path.join(to, "guide.md"), markdownOf(booklet));
  await writeFile(path.join(to, "guide.pdf"), await printed(browser, html));
  for (const [index, { file }] of booklet.steps.entries()) {
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
