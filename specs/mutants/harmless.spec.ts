import { expect } from "@playwright/test";
import { EDITION_NAMES } from "../contract/clause.ts";
import { visitsOf } from "../conformance/visits.ts";
import { all } from "./change.ts";
import { HARMLESS } from "./harmless.ts";
import { judgeMarkup, sentPage } from "./judging.ts";
import { test } from "./portals.ts";
import { late, lateScripts } from "./slow.ts";
import { faultsOf, judgeWhole } from "./whole.ts";

for (const edition of EDITION_NAMES) {
  test(`${edition}: what is harmless is no fault in the markup of any page`, async ({
    portals,
    browser,
  }) => {
    test.setTimeout(120_000);
    const portal = portals[edition];
    const alone = HARMLESS.filter(({ isRendered }) => !isRendered);
    expect(alone.length).toBeGreaterThan(15);
    const differing: string[] = [];
    await using seat = await portal.seat(browser);
    for (const visit of visitsOf(edition)) {
      await seat.begin(visit.as);
      const page = await sentPage(visit, seat);
      if (!page) continue;
      const intact = await judgeMarkup(visit, page, seat.browsing);
      for (const { name, change } of alone) {
        const { browsing } = seat;
        const changed = await judgeMarkup(visit, page, browsing, change);
        for (const [id, { result }] of intact) {
          const seen = changed.get(id)?.result ?? "nothing";
          if (seen !== result) differing.push(`${id}: ${name}: ${seen}`);
        }
      }
    }
    expect(differing).toEqual([]);
  });

  test(`${edition}: what is harmless, all together, with answers 500 ms late and scripts 800 ms more, is no fault in a browser`, async ({
    portals,
    browser,
  }) => {
    test.setTimeout(120_000);
    const slow = [late(500), lateScripts(800)];
    const change = all(...slow, ...HARMLESS.map((harmless) => harmless.change));
    const findings = await judgeWhole(portals[edition], change, browser);
    expect(faultsOf(findings, edition)).toEqual({});
  });
}
