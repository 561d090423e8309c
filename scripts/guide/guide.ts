import path from "node:path";
import { fileURLToPath } from "node:url";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import { readLanguages } from "../../simulator/languages.ts";
import { launchBrowser } from "../../specs/conformance/suite/launch.ts";
import { entryOf, exitCodeOf, flagsOf } from "./call.ts";
import type { Host } from "./call.ts";
import { guideOf } from "./document.ts";
import { takePictures } from "./pictures.ts";
import { writeGuide } from "./write.ts";

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
export function guide(args: readonly string[], host: Host): Promise<number> {
  return exitCodeOf(() => writeGuides(args, host), host);
}

async function writeGuides(
  args: readonly string[],
  { say, views, browser: named }: Host,
): Promise<void> {
  const flags = flagsOf(args, FLAGS);
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
        await writeGuide(guideOf(edition, code, language), {
          browser,
          views: folder,
          pictures,
          to,
        });
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
  return new Map([[asked, entryOf(known, asked, flag)]]);
}
