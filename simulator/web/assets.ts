import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import express from "express";
import type { RequestHandler } from "express";

/** The style sheets, scripts and drawings of the pages. */
export interface Assets {
  /** Where they are, such as `/assets/8c0d2f4b1a3e`. */
  readonly path: string;
  readonly serve: RequestHandler;
}

/**
 * Their address says what is in them: a browser keeps them for good, as it asks elsewhere as
 * soon as one of them is another. Asking for all of them anew made up half of a page's time.
 *
 * @param folder where they lie; sub-folders are not served
 */
export function assetsIn(folder: string): Assets {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).toSorted()) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  const files = express.static(folder, {
    redirect: false,
    setHeaders: (res) => {
      res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    },
  });
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
