import { expect } from "@playwright/test";
import { EDITION_NAMES } from "../contract/clause.ts";
import type { EditionName } from "../contract/clause.ts";
import { clausesOf } from "../contract/clauses.ts";
import type { Findings } from "../conformance/run/make-visit.ts";
import { visitsOf } from "../conformance/visits.ts";
import { judgeAtRest, judgeMarkup, sentPage } from "./judging.ts";
import { sideBySide } from "./lanes.ts";
import type { Mutant } from "./mutant.ts";
import { MUTANTS } from "./mutants.ts";
import { test } from "./portals.ts";

/**
 * The edition in which a mutant is tried in a browser, which takes about a second: one that
 * both have is tried in one of them, in turn. What markup tells is tried in both.
 */
function turnOf(mutant: Mutant): EditionName | undefined {
  const { editions } = mutant;
  return editions[MUTANTS.indexOf(mutant) % editions.length];
}

for (const edition of EDITION_NAMES) {
  const mutants = MUTANTS.filter(({ editions }) => editions.includes(edition));

  for (const visit of visitsOf(edition)) {
    const named = (clauses: readonly string[]) =>
      clauses.filter((id) => id in visit.looks);
    const here = mutants.filter(({ clauses }) => named(clauses).length > 0);
    if (here.length === 0) continue;

    test(`${edition}: what differs is caught where ${visit.sentence}`, async ({
      portals,
      browser,
    }) => {
      test.setTimeout(120_000);
      const portal = portals[edition];
      await using asItIs = await portal.seat(browser);
      await asItIs.begin(visit.as);
      const page = await sentPage(visit, asItIs);
      const intact = page && (await judgeMarkup(visit, page, asItIs.browsing));

      await sideBySide(here, portal, browser, async (mutant, seat) => {
        const ids = named(mutant.clauses);
        const { change } = mutant;
        const isTold = ids.every((id) => intact?.get(id)?.result === "pass");
        let findings: Findings | undefined;
        if (page && isTold) {
          findings = await judgeMarkup(visit, page, seat.browsing, change);
        }
        // What only shows in a browser, or by what is done there.
        if (ids.some((id) => findings?.get(id)?.result !== "fail")) {
          if (turnOf(mutant) !== edition) return;
          await seat.begin(visit.as, change);
          findings = await judgeAtRest(visit, seat.browsing);
        }
        for (const id of ids) {
          expect
            .soft(findings?.get(id), `${id}: ${mutant.name}`)
            .toMatchObject({ result: "fail" });
        }
      });
    });
  }

  test(`${edition}: every clause that binds is caught by a mutant`, () => {
    const caught = new Set(mutants.flatMap(({ clauses }) => clauses));
    const binding = clausesOf(edition).filter(({ weight }) => weight !== "MAY");
    const missing = binding.filter(({ id }) => !caught.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(mutants.length).toBeGreaterThan(60);
  });
}
