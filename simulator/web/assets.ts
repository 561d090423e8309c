import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import express from "express";
import type { RequestHandler } from "express";

/** The style sheets, scripts, drawings and the font of the pages. */
export interface Assets {
  /** Where they are, such as `/assets/8c0d2f4b1a3e`. */
  readonly path: string;
  readonly serve: RequestHandler;
}

const FOR_GOOD = "public, max-age=31536000, immutable";
const FONT = "/devanagari.woff2";

/**
 * Their address says what is in them: a browser keeps them for good, as it asks elsewhere as
 * soon as one of them is another. Asking for all of them anew made up half of a page's time.
 *
 * @param folder where they lie; sub-folders are not served
 * @param fontFile finds the font for Hindi, where a browser's machine has none
 */
export function assetsIn(folder: string, fontFile: () => string): Assets {
  const hash = createHash("sha256");
  const names = readdirSync(folder).toSorted();
  for (const name of names) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  const files = express.Router({ caseSensitive: true, strict: true });
  // One request for a page instead of nine.
  for (const name of names.filter((it) => it.endsWith(".css"))) {
    const sheet = wholeSheet(folder, name);
    if (sheet === undefined) continue;
    files.get(`/${name}`, (_req, res) => {
      res.setHeader("Cache-Control", FOR_GOOD).type("css").send(sheet);
    });
  }
  files.get(FONT, (_req, res) => {
    res.setHeader("Cache-Control", FOR_GOOD);
    // Wherever npm has put it, such as below `.npm`.
    res.sendFile(fontFile(), { cacheControl: false, dotfiles: "allow" });
  });
  files.use(
    express.static(folder, {
      redirect: false,
      setHeaders: (res) => res.setHeader("Cache-Control", FOR_GOOD),
    }),
  );
  return {
    path: `/assets/${hash.digest("hex").slice(0, 12)}`,
    serve: (req, res, next) => {
      files(req, res, (refusal?: unknown) => {
        // A condition that failed, say: its page is not the asset.
        if (refusal) res.setHeader("Cache-Control", "no-store");
        next(refusal);
      });
    },
  };
}

/** A style sheet with those it imports in their place; nothing where it imports none. */
function wholeSheet(folder: string, name: string): string | undefined {
  const read = (sheet: string) => readFileSync(join(folder, sheet), "utf8");
  const text = read(name);
  const whole = text.replaceAll(
    /@import "([\w-]+\.css)";/g,
    (_, imported: string) => read(imported),
  );
  return whole === text ? undefined : whole;
}
