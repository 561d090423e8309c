import { CLAUSES } from "../../contract/clauses.ts";
import { notRun } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { View } from "../view/view.ts";
import type { Notes, Visit } from "../visit.ts";
import type { Browsing } from "./browsing.ts";
import { SOON, later, pause, reasonOf } from "./waiting.ts";

/** What a visit found, by the id of the clause. */
export type Findings = ReadonlyMap<string, Finding>;

const OPTIONAL = new Set(
  CLAUSES.filter(({ weight }) => weight === "MAY").map(({ id }) => id),
);

/**
 * Makes a visit and judges its clauses. What is in the way of arriving makes them `not-run`;
 * nothing is thrown.
 */
export async function makeVisit(
  visit: Visit,
  browsing: Browsing,
): Promise<Findings> {
  try {
    const notes = await visit.arrive(browsing);
    return await judge(visit, browsing, notes ?? {});
  } catch (error) {
    return unjudged(visit, reasonOf(error));
  }
}

/** The clauses of a visit that was not made. */
export function unjudged(visit: Visit, reason: string): Findings {
  return new Map(Object.keys(visit.looks).map((id) => [id, notRun(reason)]));
}

/**
 * Looks until every clause holds twice in a row with no answer of the portal pending, or the
 * time is up: what holds only before the page is drawn does not count. Where the portal says
 * that the session has ended, nothing more is waited for.
 */
async function judge(
  visit: Visit,
  browsing: Browsing,
  notes: Notes,
): Promise<Findings> {
  const end = performance.now() + browsing.target.timeout;
  let wasDone = false;
  let rest = SOON;
  let judged: View | undefined;
  let findings: Findings = new Map();
  for (;;) {
    if (!browsing.isTimeToLook()) {
      await pause(SOON);
      continue;
    }
    const view = await browsing.look();
    if (view !== judged) findings = judgeView(visit, view, browsing, notes);
    judged = view;
    const isDone =
      [...findings.values()].every(({ result }) => result !== "fail") ||
      (visit.as === "taxpayer" && view.says(browsing.shown.session.denied));
    const settled = isDone && wasDone && !browsing.isWaiting();
    if (settled || performance.now() > end) return findings;
    wasDone = isDone;
    rest = isDone ? SOON : later(rest);
    await pause(rest);
  }
}

/** Judges what is seen, once. */
export function judgeView(
  visit: Visit,
  view: View,
  {
    shown,
    target,
  }: Pick<Browsing, "shown"> & { target: Pick<Browsing["target"], "edition"> },
  notes: Notes = {},
): Findings {
  const bound = CLAUSES.filter(({ editions }) =>
    editions.includes(target.edition),
  );
  return new Map(
    bound.flatMap(({ id }) => {
      const look = visit.looks[id];
      return look ? [[id, asFarAsBound(id, look(view, shown, notes))]] : [];
    }),
  );
}

/** A portal that does without what is optional does not fail. */
function asFarAsBound(id: string, finding: Finding): Finding {
  return finding.result === "fail" && OPTIONAL.has(id)
    ? notRun(`Not so here: ${finding.observed}`)
    : finding;
}
