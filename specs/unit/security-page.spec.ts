import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const at = (file: string) =>
  fileURLToPath(new URL(`../../${file}`, import.meta.url));
const read = (file: string) => readFileSync(at(file), "utf8");
const page = read("docs/security.md");

const SENTENCE = /`(specs\/\S+\.spec\.ts)`: ([^\n)]+)/g;
const sentences = [...page.matchAll(SENTENCE)].map(
  ([, file = "", sentence = ""]) => ({ file, sentence }),
);

test("Each sentence of the page on security is that of a spec", () => {
  expect(sentences.length).toBeGreaterThan(30);
  for (const { file, sentence } of sentences) {
    const spec = read(file);
    for (const part of sentence.split(" › ")) {
      expect(spec, file).toContain(part);
    }
  }
});

test("The README's table of security has a row for each part of the page, and names its specs", () => {
  const parts = [...page.matchAll(/^## (.+) \(/gm)].map(([, part]) => part);
  const table = read("README.md").split("## Security")[1]?.split("\n## ")[0];
  const rows = [...(table ?? "").matchAll(/^\| ([A-Z][^|]+?) +\|/gm)];
  expect(rows.map(([, row]) => row)).toEqual(parts);
  const sections = page.split(/^## /m).slice(1);
  for (const [index, [row, part]] of rows.entries()) {
    const line = table?.split("\n").find((each) => each.startsWith(row)) ?? "";
    const specs = [...line.matchAll(/`(specs\/\S+)`/g)];
    expect(specs, part).not.toEqual([]);
    for (const [, spec] of specs) expect(sections[index]).toContain(spec);
  }
});
