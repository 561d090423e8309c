import { readFile } from "node:fs/promises";
import path from "node:path";
import { load } from "cheerio";
import { extractText, getDocumentProxy } from "unpdf";
import { guideOf, markdownOf } from "../../scripts/guide/document.ts";
import { guide } from "../../scripts/guide/guide.ts";
import { takePictures } from "../../scripts/guide/pictures.ts";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import { LANGUAGES } from "../support/languages.ts";
import { expect, test } from "./judged.ts";

/** What the guide of the portal's own names in each of its six steps, in edition 2017. */
const LABELS_2017 = [
  ["Username", "Password", "Login"],
  ["View Profile"],
  ["Manage API Access"],
  ["Enable API Request"],
  ["Yes"],
  ["Duration", "6 hrs", "12 hrs", "7 days", "30 days", "Confirm"],
];
const LABELS_2026 = [
  ["Username", "Password", "Type the characters you see", "Login"],
  ...LABELS_2017.slice(1, 5),
  ["Duration", "6 hrs", "30 days", "Confirm"],
];

/** What a language puts before each step. */
const COUNTS = {
  en: (step: number) => `Step ${step} of 6`,
  hi: (step: number) => `चरण ${step}, कुल 6`,
} as const;
const TITLES = {
  en: "Set the time and confirm",
  hi: "समय चुनें और पक्का करें",
} as const;
const CODES = ["en", "hi"] as const;
const KNOWN = [...LANGUAGES.keys()].join(", ");

const pictures = LABELS_2017.map((_, index) => `step-${index + 1}.png`);

/** What these specs ask of a PDF; the library's own types lead nowhere. */
interface Pdf {
  getMarkInfo(): Promise<object | null>;
  getOutline(): Promise<unknown>;
  /** `view` is left, bottom, right and top, in points. */
  getPage(number: number): Promise<{ view: number[] }>;
}

async function write(
  folder: string,
  browser: string | undefined,
  ...args: string[]
) {
  const complaints: string[] = [];
  const exitCode = await guide([...args, "--out", folder], {
    say: () => undefined,
    complain: (line) => complaints.push(line),
    views: new URL("../../views/", import.meta.url),
    browser,
  });
  return { exitCode, complaints };
}

/** Looks for the labels of each step between its count and the next step's. */
function expectSteps(
  text: string,
  count: (step: number) => string,
  labels: readonly (readonly string[])[],
) {
  const whole = text.replaceAll(/\s+/g, " ");
  const starts = labels.map((_, index) => whole.indexOf(count(index + 1)));
  for (const [index, names] of labels.entries()) {
    const step = whole.slice(starts[index], starts[index + 1]);
    for (const name of names)
      expect.soft(step, count(index + 1)).toContain(name);
  }
  expect(starts).not.toContain(-1);
}

test("a guide has six steps, their labels and pictures in each language, and the pictures are the same at every run", async ({
  folder,
  browser,
}, { config }) => {
  const { browser: named } = config.metadata as { browser?: string };
  expect(await write(folder, named, "--edition", "2026")).toEqual({
    exitCode: 0,
    complaints: [],
  });
  for (const code of CODES) {
    const at = path.join(folder, `2026-${code}`);
    const bytes = await readFile(path.join(at, "guide.pdf"));
    const pdf = (await getDocumentProxy(
      new Uint8Array(bytes),
    )) as unknown as Pdf;
    const { text, totalPages } = await extractText(new Uint8Array(bytes), {
      mergePages: true,
    });
    expectSteps(text, COUNTS[code], LABELS_2026);
    expect(text).toContain(`1 / ${totalPages}`);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const outline = JSON.stringify(await pdf.getOutline());
    expect(outline).toContain(TITLES[code]);
    const [width, height] = (await pdf.getPage(1)).view.slice(2);
    const a4 = [width, height].map((side) => Math.round(side! / 10));
    expect(a4).toEqual([60, 84]);
    const images = bytes.toString("latin1").match(/\/Subtype \/Image/g);
    expect(images).toHaveLength(6);

    const $ = load(await readFile(path.join(at, "guide.html"), "utf8"));
    expect($("html").attr("lang")).toBe(code);
    expect($("img[src^='data:image/png'][alt]")).toHaveLength(6);
    expect($("[href]:not([href^='#']), script, link")).toHaveLength(0);
    const markdown = await readFile(path.join(at, "guide.md"), "utf8");
    for (const name of pictures) expect(markdown).toContain(`(steps/${name})`);
  }

  const again = await takePictures(browser, EDITIONS.get("2026")!);
  for (const [index, name] of pictures.entries()) {
    const picture = await readFile(path.join(folder, "2026-hi/steps", name));
    expect(picture.equals(again[index]!), name).toBe(true);
    // Width and height in the file's head: crisp enough for a slide.
    const size = [16, 20].map((at) => picture.readUInt32BE(at));
    expect(size).toEqual([2048, 1440]);
  }
});

for (const code of CODES) {
  test(`edition 2017, ${code}: the guide names in each step what the portal's own does`, () => {
    const language = LANGUAGES.get(code)!;
    const booklet = guideOf(EDITIONS.get("2017")!, code, language);
    expectSteps(markdownOf(booklet), COUNTS[code], LABELS_2017);
  });
}

for (const [args, says] of [
  [["--edition", "1947"], '--edition must be one of 2017, 2026, not "1947".'],
  [["--lang", "fr"], `--lang must be one of ${KNOWN}, not "fr".`],
  [["now"], '"now" is not an option; there is --edition, --lang, --out.'],
] as const) {
  test(`guide ${args.join(" ")} is refused with one sentence`, async ({
    folder,
  }) => {
    expect(await write(folder, undefined, ...args)).toEqual({
      exitCode: 2,
      complaints: [says],
    });
  });
}
