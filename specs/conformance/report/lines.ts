import type { Report, ReportedClause } from "./report.ts";

/** So many ids of clauses can be read in a line. */
const MANY = 6;

/** What a terminal shows of a report: a line for each failed clause, and the counts. */
export function lines(report: Report): string[] {
  const failed = report.clauses.filter(({ result }) => result === "fail");
  return [
    ...failed.map(
      ({ id, expected = "", observed = "" }) =>
        `FAIL ${id}: expected ${oneLine(expected)}; observed ${oneLine(observed)}`,
    ),
    ...notRunLines(report),
    ...(report.toDo === undefined ? [] : [report.toDo]),
    counts(report),
  ];
}

/** The counts, as a sentence. */
export function counts({ target, edition, summary }: Report): string {
  const { pass, fail, notRun } = summary;
  return `${target}, edition ${edition}: ${pass} passed, ${fail} failed, ${notRun} not run.`;
}

/** The clauses that were not run, by their reason. */
export function byReason(report: Report): Map<string, ReportedClause[]> {
  const reasons = new Map<string, ReportedClause[]>();
  for (const clause of report.clauses) {
    if (clause.reason === undefined) continue;
    const same = reasons.get(clause.reason) ?? [];
    reasons.set(clause.reason, [...same, clause]);
  }
  return reasons;
}

function notRunLines(report: Report): string[] {
  // What a portal may do without is told by the report alone.
  return Array.from(byReason(report), ([reason, clauses]) => {
    const ids = clauses
      .filter(({ weight }) => weight !== "MAY")
      .map(({ id }) => id);
    return ids.length > 0 ? [`NOT RUN ${some(ids)}: ${reason}`] : [];
  }).flat();
}

/** The first of many; the report has them all. */
function some(ids: readonly string[]): string {
  return ids.length > MANY
    ? `${ids.slice(0, MANY).join(", ")} and ${ids.length - MANY} more`
    : ids.join(", ");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
