import { expect } from "@playwright/test";
import { EDITION_NAMES } from "../contract/clause.ts";
import { test } from "./portals.ts";
import { late, lateScripts } from "./slow.ts";
import { faultsOf, judgeWhole } from "./whole.ts";

const WAYS = {
  "every answer comes 500 ms late": late(500),
  "scripts come 800 ms after their page": lateScripts(800),
};

for (const edition of EDITION_NAMES) {
  for (const [way, change] of Object.entries(WAYS)) {
    test(`${edition}: every clause holds where ${way}`, async ({
      portals,
      browser,
    }) => {
      test.setTimeout(120_000);
      const findings = await judgeWhole(portals[edition], change, browser, 8);
      expect(faultsOf(findings, edition)).toEqual({});
    });
  }
}
