import type { Report } from "./report.ts";

/** What a report of another day has to have to be compared with. */
export interface OldReport {
  readonly startedAt?: string;
  readonly clauses: readonly { readonly id: string; readonly result: string }[];
}

/** An earlier report from its JSON; `undefined` where it is none. */
export function readOldReport(text: string): OldReport | undefined {
  try {
    const report = JSON.parse(text) as Partial<OldReport> | null;
    const isReport =
      Array.isArray(report?.clauses) &&
      report.clauses.every(
        (clause: unknown) =>
          typeof clause === "object" &&
          clause !== null &&
          "id" in clause &&
          "result" in clause,
      );
    return isReport ? (report as OldReport) : undefined;
  } catch {
    return undefined;
  }
}

/** What has changed since then, a line each. */
export function changes(old: OldReport, report: Report): string[] {
  const before = new Map(old.clauses.map(({ id, result }) => [id, result]));
  const now = new Map(report.clauses.map(({ id, result }) => [id, result]));
  const changed = Array.from(now)
    .filter(([id, result]) => result !== (before.get(id) ?? result))
    .map(([id, result]) => `CHANGED ${id}: ${before.get(id)} → ${result}`);
  const isShared = (id: string) => before.has(id) && now.has(id);
  const lone = [...now.keys(), ...before.keys()].filter((id) => !isShared(id));
  if (lone.length > 0) {
    changed.push(`ONLY IN ONE OF THE REPORTS: ${lone.join(", ")}`);
  }
  const since = old.startedAt === undefined ? "" : ` since ${old.startedAt}`;
  return changed.length > 0 ? changed : [`Nothing has changed${since}.`];
}
