import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { load } from "cheerio";
import { PNG } from "pngjs";
import { extractText, getDocumentProxy } from "unpdf";
import { guide } from "../../scripts/guide/guide.ts";
import { expect, test } from "./judged.ts";

/** What the guide of the portal's own names in each of its six steps. */
const LABELS = [
  ["Username", "Password", "Login"],
  ["View Profile"],
  ["Manage API Access", "quick links"],
  ["Enable API Request"],
  ["Yes"],
  ["Duration", "6 hrs", "12 hrs", "7 days", "30 days", "Confirm"],
];

const pictures = Array.from(LABELS, (_, index) => `step-${index + 1}.png`);

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

/** Letters, and one space between words, however a line broke. */
const plain = (text: string) => text.replaceAll(/\s+/g, " ");

test("the guide in print has six steps, their labels, pictures, numbered pages and an outline", async ({
  folder,
}, { config }) => {
  const { browser } = config.metadata as { browser?: string };
  const args = ["--edition", "2017", "--lang", "en"];
  expect(await write(folder, browser, ...args)).toEqual({
    exitCode: 0,
    complaints: [],
  });
  const at = path.join(folder, "2017-en");
  const bytes = await readFile(path.join(at, "guide.pdf"));
  const pdf = (await getDocumentProxy(new Uint8Array(bytes))) as unknown as Pdf;
  const { text, totalPages } = await extractText(new Uint8Array(bytes), {
    mergePages: true,
  });
  const whole = plain(text);
  const starts = [1, 2, 3, 4, 5, 6].map((n) => whole.indexOf(`Step ${n} of 6`));
  for (const [index, labels] of LABELS.entries()) {
    const step = whole.slice(starts[index], starts[index + 1]);
    for (const label of labels) expect.soft(step).toContain(label);
  }
  expect(whole).toContain("What happens after");
  expect(whole).toContain(`1 / ${totalPages}`);
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const outline = JSON.stringify(await pdf.getOutline());
  expect(outline).toContain("Set the time and confirm");
  const [width, height] = (await pdf.getPage(1)).view.slice(2);
  expect([width, height].map((side) => Math.round(side! / 10))).toEqual([
    60, 84,
  ]);
  expect(bytes.toString("latin1").match(/\/Subtype \/Image/g)).toHaveLength(6);

  const $ = load(await readFile(path.join(at, "guide.html"), "utf8"));
  expect($("img[src^='data:image/png'][alt]")).toHaveLength(6);
  expect($("[href]:not([href^='#']), script, link")).toHaveLength(0);
  const markdown = await readFile(path.join(at, "guide.md"), "utf8");
  for (const name of pictures) expect(markdown).toContain(`(steps/${name})`);
});

test("edition 2026 in Hindi: two runs give the same pictures, crisp enough for a slide", async ({
  folder,
}, { config }) => {
  const { browser } = config.metadata as { browser?: string };
  const runs: Buffer[][] = [];
  for (const run of ["first", "second"]) {
    const to = path.join(folder, run);
    const args = ["--edition", "2026", "--lang", "hi"];
    expect((await write(to, browser, ...args)).exitCode).toBe(0);
    const steps = path.join(to, "2026-hi", "steps");
    expect((await readdir(steps)).toSorted()).toEqual(pictures);
    runs.push(
      await Promise.all(
        pictures.map((name) => readFile(path.join(steps, name))),
      ),
    );
  }
  for (const [index, picture] of runs[0]!.entries()) {
    expect(picture.equals(runs[1]![index]!), pictures[index]).toBe(true);
    expect(PNG.sync.read(picture)).toMatchObject({ width: 2048, height: 1440 });
  }
  const html = path.join(folder, "first/2026-hi/guide.html");
  const $ = load(await readFile(html, "utf8"));
  expect($("html").attr("lang")).toBe("hi");
  expect($(".stops li").text()).toContain("Type the characters you see");
});

for (const [args, says] of [
  [["--edition", "1947"], '--edition must be one of 2017, 2026, not "1947".'],
  [["--lang", "fr"], '--lang must be one of en, hi, not "fr".'],
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
