import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { EDITION_NAMES } from "../contract/clause.ts";
import type { EditionName } from "../contract/clause.ts";
import { browse } from "../conformance/run/browsing.ts";
import { signIn } from "../conformance/run/sign-in.ts";
import { judgePortal } from "../conformance/suite/judge-portal.ts";
import { unchanged } from "../mutants/change.ts";
import type { Seat } from "../mutants/portals.ts";
import { faultsOf, judgeWhole } from "../mutants/whole.ts";
import { BAKER, startSecondPortal } from "./portal/server.ts";
import type { Difference } from "./portal/server.ts";

/** The differences that are tried on each edition, and the clauses that each must break. */
const BROKEN = {
  "2017": {
    "first-time-gone": ["login.first-time", "login.first-time-link"],
    "sections-stay-open": [
      "profile.people-collapses",
      "profile.activities-collapses",
    ],
    "thirty-days-as-six-hours": [
      "api-access.enables-30-days",
      "api-access.shows-on",
    ],
  },
  "2026": {
    "quick-links-swapped": ["profile.quick-links"],
    "no-mark-on-duration": ["api-access.duration-marked"],
    "logout-without-end": ["session.logout-ends"],
  },
} satisfies Record<EditionName, Partial<Record<Difference, readonly string[]>>>;

for (const edition of EDITION_NAMES) {
  test(`${edition}: a portal built in another way passes every clause, with one sign-in`, async ({
    playwright,
    launchOptions,
  }) => {
    test.setTimeout(120_000);
    await using portal = await startSecondPortal({ edition });
    const { findings } = await judgePortal({
      target: { url: portal.url, edition, credentials: BAKER, timeout: 20_000 },
      launch: () => playwright.chromium.launch(launchOptions),
      publicOnly: false,
      changes: "free",
      say: () => undefined,
    });
    expect(faultsOf(findings, edition)).toEqual({});
  });

  test(`${edition}: it fails in what it is made to differ, and in nothing else`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const broken = BROKEN[edition];
    const differs = Object.keys(broken) as Difference[];
    await using portal = await startSecondPortal({ edition, differs });
    const target = { url: portal.url, edition, credentials: BAKER };
    const seat = async (): Promise<Seat> => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const browsing = browse(page, { ...target, timeout: 20_000 });
      return {
        // What is there holds soon; what is not is waited for so long.
        browsing: { ...browsing, target: { ...target, timeout: 4_000 } },
        request: context.request,
        begin: async (as) => {
          await context.clearCookies();
          await context.setExtraHTTPHeaders({
            "X-Simulator-World": randomUUID(),
          });
          if (as === "taxpayer") await signIn(browsing);
        },
        [Symbol.asyncDispose]: () => context.close(),
      };
    };
    const findings = await judgeWhole({ edition, seat }, unchanged, browser, 4);
    const failed = Object.entries(faultsOf(findings, edition));
    expect(
      Object.fromEntries(failed.map(([id, it]) => [id, it?.result])),
    ).toEqual(
      Object.fromEntries(
        Object.values(broken)
          .flat()
          .map((id) => [id, "fail"]),
      ),
    );
  });
}
