import type { Browser } from "@playwright/test";
import type { EditionName } from "../contract/clause.ts";
import { clausesOf } from "../contract/clauses.ts";
import type { Finding } from "../conformance/finding.ts";
import { makeVisit } from "../conformance/run/make-visit.ts";
import { visitsOf } from "../conformance/visits.ts";
import type { Change } from "./change.ts";
import { sideBySide } from "./lanes.ts";
import type { Portal } from "./portals.ts";

/** How many visits are made at a time: a changed portal may let one wait. */
const AT_A_TIME = 10;

/** Judges a changed portal by every clause. */
export async function judgeWhole(
  portal: Pick<Portal, "edition" | "seat">,
  change: Change,
  browser: Browser,
): Promise<ReadonlyMap<string, Finding>> {
  const findings = new Map<string, Finding>();
  // The longest stand last: begun first, none is waited for alone at the end.
  const visits = visitsOf(portal.edition).toReversed();
  await sideBySide(
    visits,
    portal,
    browser,
    async (visit, seat) => {
      await seat.begin(visit.as, change);
      for (const [id, finding] of await makeVisit(visit, seat.browsing)) {
        findings.set(id, finding);
      }
    },
    AT_A_TIME,
  );
  return findings;
}

/** The clauses that do not hold, each with what was seen; a MAY that is not so is none of them. */
export function faultsOf(
  findings: ReadonlyMap<string, Finding>,
  edition: EditionName,
): Record<string, Finding | undefined> {
  const faults = clausesOf(edition)
    .map(({ id, weight }) => ({ id, weight, finding: findings.get(id) }))
    .filter(
      ({ weight, finding }) =>
        finding?.result !== "pass" &&
        !(weight === "MAY" && finding?.result === "not-run"),
    );
  return Object.fromEntries(faults.map(({ id, finding }) => [id, finding]));
}
