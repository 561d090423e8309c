import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import {
  STEPS,
  STOPS,
  straightStops,
} from "../../simulator/domain/journey/journey.ts";
import { piecesOf, plain } from "../../simulator/domain/journey/language.ts";
import { valuesOf } from "../../simulator/domain/journey/words.ts";
import { CODES, LANGUAGES } from "../support/languages.ts";

const english = LANGUAGES.get("en")!;

/** Every text, by where it stands: `tour.next`, `guide.notes.0.title`. */
function textsOf(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, inner]) => [
      ...textsOf(inner, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

const gapsOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test("each file of the folder is a language, English and Hindi among them", () => {
  expect(CODES).toEqual(expect.arrayContaining(["en", "hi"]));
  const files = readdirSync(new URL("../../views/languages", import.meta.url));
  expect(CODES).toHaveLength(files.length);
});

test("there are the guide's six steps", () => {
  expect(STEPS).toHaveLength(6);
});

test("there are words for every step and every stop, and for nothing else", () => {
  expect(Object.keys(english.steps)).toEqual(STEPS.map(({ id }) => id));
  expect(Object.keys(english.stops)).toEqual(STOPS.map(({ id }) => id));
});

for (const [code, language] of LANGUAGES) {
  test(`${code}: says all that English says, with the same gaps and labels`, () => {
    const [theirs, ours] = [textsOf(english), textsOf(language)];
    expect([...ours.keys()]).toEqual([...theirs.keys()]);
    const labelsOf = (text: string) =>
      piecesOf(text)
        .filter(({ isLabel }) => isLabel)
        .map((piece) => piece.text);
    for (const [path, text] of ours) {
      expect.soft(text, path).toMatch(/\S/);
      expect.soft(gapsOf(text), path).toEqual(gapsOf(theirs.get(path)!));
      expect.soft(labelsOf(text), path).toEqual(labelsOf(theirs.get(path)!));
    }
  });

  test(`${code}: names each thing as the portal labels it`, () => {
    for (const { id, label } of STOPS) {
      const text = language.stops[id]!;
      if (label !== undefined) {
        expect.soft(text, id).toContain(`[${label}]`);
      }
    }
  });
}

test("the words are ours: none of the guide's sentences is in them", () => {
  for (const text of textsOf(english).values()) {
    expect(text).not.toMatch(/step by step guide|maximum duration can be/i);
  }
});

for (const [name, edition] of EDITIONS) {
  test(`edition ${name}: every step has something to do, and no gap stays open`, () => {
    for (const [index, { id }] of STEPS.entries()) {
      expect(straightStops(index + 1, edition), id).not.toEqual([]);
    }
    for (const text of textsOf(english.stops).values()) {
      expect(plain(text, valuesOf(edition))).not.toMatch(/[{}[\]]/);
    }
  });
}
