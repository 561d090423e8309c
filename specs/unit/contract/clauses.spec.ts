import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { EDITION_NAMES } from "../../contract/clause.ts";
import { CLAUSES, clausesOf } from "../../contract/clauses.ts";
import { GUIDE, GUIDE_LINES } from "../../contract/guide.ts";
import { clausesPage } from "../../../scripts/clauses/page.ts";
import { visitsOf } from "../../conformance/visits.ts";

const byId = new Map(CLAUSES.map((clause) => [clause.id, clause]));

test("no two clauses share an id, and ids are words with hyphens", () => {
  expect(byId.size).toBe(CLAUSES.length);
  for (const { id } of CLAUSES) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
  }
});

test("a clause that was published keeps its meaning", () => {
  const pins = JSON.parse(
    readFileSync(new URL("pinned-clauses.json", import.meta.url), "utf8"),
  ) as unknown;
  const now = CLAUSES.map(({ id, statement }) => [id, statement]);
  // A new clause is pinned by adding it to the file; a pinned one is never edited there.
  expect(Object.fromEntries(now)).toEqual(pins);
});

test("every line of the guide that states something has a MUST clause of its step", () => {
  for (const [line, ids] of Object.entries(GUIDE_LINES)) {
    const clauses = ids.map((id) => byId.get(id));
    expect(clauses, `line ${line}`).not.toContain(undefined);
    expect(
      clauses.some(
        (clause) =>
          clause?.weight === "MUST" && clause.editions.includes("2017"),
      ),
      `line ${line}`,
    ).toBe(true);
  }
});

test("no line of the guide is forgotten", () => {
  const known = new Set<number>([
    ...Object.keys(GUIDE_LINES).map(Number),
    ...GUIDE.ownTitle,
    ...GUIDE.blank,
  ]);
  const all = Array.from({ length: GUIDE.lines }, (_, index) => index + 1);
  expect(all.filter((line) => !known.has(line))).toEqual([]);
});

test("a clause that names lines of the guide as its evidence stands at them in the table", () => {
  for (const { id, evidence, editions } of CLAUSES) {
    if (!editions.includes("2017") || !evidence.startsWith("guide")) continue;
    const lines = Object.entries(GUIDE_LINES).filter(([, ids]) =>
      ids.includes(id),
    );
    expect(lines.length, id).toBeGreaterThan(0);
  }
});

for (const edition of EDITION_NAMES) {
  test(`every clause of ${edition} is judged by one visit and one look`, () => {
    const judged = visitsOf(edition).flatMap(({ looks }) => Object.keys(looks));
    for (const { id } of clausesOf(edition)) {
      expect(
        judged.filter((other) => other === id),
        id,
      ).toHaveLength(1);
    }
    expect(judged.filter((id) => !byId.has(id))).toEqual([]);
  });
}

test("docs/clauses.md is what npm run docs:clauses writes now", () => {
  const page = new URL("../../../docs/clauses.md", import.meta.url);
  expect(readFileSync(page, "utf8")).toBe(clausesPage());
});
