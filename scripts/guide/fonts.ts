import { readFileSync } from "node:fs";
import { fontFile } from "../../simulator/fonts.ts";

/** The name under which the guide's pages ask for its font. */
export const FAMILY = "Guide Sans";

/** By the script, as far as the languages need it: Noto Sans, under the Open Font License. */
const RANGES = {
  latin: "U+0000-02FF, U+2000-206F, U+20A0-20CF, U+2122, U+2190-21FF",
  devanagari: "U+0900-097F, U+1CD0-1CF9, U+200C-200D, U+A830-A839, U+A8E0-A8FF",
};

/**
 * The font as CSS with the files in it: texts and pictures look the same on every machine,
 * and Hindi is legible on one that has no letters for it.
 */
export function fontFaces(): string {
  const faces = Object.entries(RANGES).flatMap(([script, range]) =>
    [400, 700].map((weight) => {
      const file = fontFile(`noto-sans-${script}-${weight}-normal.woff2`);
      const data = readFileSync(file);
      return `@font-face { font-family: "${FAMILY}"; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${data.toString("base64")}); }`;
    }),
  );
  return faces.join("\n");
}
