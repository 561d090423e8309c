import { randomUUID } from "node:crypto";
import { EDITION_NAMES } from "../contract/clause.ts";
import type { EditionName } from "../contract/clause.ts";
import { clausesOf } from "../contract/clauses.ts";
import { browse } from "../conformance/run/browsing.ts";
import { makeVisit } from "../conformance/run/make-visit.ts";
import { signIn } from "../conformance/run/sign-in.ts";
import { visitsOf } from "../conformance/visits.ts";
import { faultsOf } from "../mutants/whole.ts";
import { BAKER, startSecondPortal } from "../second-portal/server.ts";
import type { Difference } from "../second-portal/server.ts";
import { expect, test } from "./judged.ts";

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
      "api-access.enables-tells-otp",
      "api-access.shows-on",
    ],
  },
  "2026": {
    "quick-links-swapped": ["profile.quick-links"],
    "no-mark-on-duration": ["api-access.duration-marked"],
    "logout-without-end": ["session.logout-ends"],
  },
} satisfies Record<EditionName, Partial<Record<Difference, readonly string[]>>>;

/** In milliseconds: what is there shows well before; what is not is waited for so long. */
const PATIENCE = 3_000;

for (const edition of EDITION_NAMES) {
  test(`${edition}: a portal built in another way passes every clause, with one sign-in`, async ({
    run,
  }) => {
    test.setTimeout(120_000);
    await using portal = await startSecondPortal({ edition });
    const call = ["--url", portal.url, "--edition", edition];
    const { exitCode, printed, report } = await run(
      "conform",
      [...call, "--captcha", BAKER.captcha, "--timeout", "20"],
      {},
      BAKER,
    );
    // A MAY that is not so there is told by the report alone.
    expect(printed).not.toMatch(/FAIL|NOT RUN/);
    expect(exitCode).toBe(0);
    const ids = clausesOf(edition).map(({ id }) => id);
    expect(report?.clauses.map(({ id }) => id)).toEqual(ids);
    expect(portal.signIns()).toBe(1);
  });

  test(`${edition}: it fails in what it is made to differ, and in nothing else that is seen there`, async ({
    browser,
  }) => {
    test.setTimeout(60_000);
    const broken = BROKEN[edition];
    const clauses = Object.values(broken).flat();
    const differs = Object.keys(broken) as Difference[];
    await using portal = await startSecondPortal({ edition, differs });
    const target = { url: portal.url, edition, credentials: BAKER };
    const visits = visitsOf(edition).filter(({ looks }) =>
      clauses.some((id) => id in looks),
    );
    const found = await Promise.all(
      visits.map(async (visit) => {
        const extraHTTPHeaders = { "X-Simulator-World": randomUUID() };
        await using context = await browser.newContext({ extraHTTPHeaders });
        const page = await context.newPage();
        const browsing = browse(page, { ...target, timeout: 20_000 });
        if (visit.as === "taxpayer") await signIn(browsing);
        const hurried = { ...target, timeout: PATIENCE };
        return [...(await makeVisit(visit, { ...browsing, target: hurried }))];
      }),
    );
    const faults = Object.entries(faultsOf(new Map(found.flat()), edition));
    const failed = faults.filter(([, finding]) => finding !== undefined);
    expect(
      Object.fromEntries(failed.map(([id, it]) => [id, it?.result])),
    ).toEqual(Object.fromEntries(clauses.map((id) => [id, "fail"])));
  });
}
