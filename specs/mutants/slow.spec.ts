import { expect } from "@playwright/test";
import { EDITION_NAMES } from "../contract/clause.ts";
import { all } from "./change.ts";
import { test } from "./portals.ts";
import { late, lateScripts } from "./slow.ts";
import { faultsOf, judgeWhole } from "./whole.ts";

for (const edition of EDITION_NAMES) {
  test(`${edition}: every clause holds where answers come 500 ms late, and scripts 800 ms more`, async ({
    portals,
    browser,
  }) => {
    test.setTimeout(120_000);
    const change = all(late(500), lateScripts(800));
    const findings = await judgeWhole(portals[edition], change, browser, 10);
    expect(faultsOf(findings, edition)).toEqual({});
  });
}
