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
  const ids = new Set([...before.keys(), ...now.keys()]);
  const since = old.startedAt === undefined ? "" : ` since ${old.startedAt}`;
  const found = [...ids]
    .filter((id) => before.get(id) !== now.get(id))
    .map(
      (id) =>
        `CHANGED ${id}: ${before.get(id) ?? "no such clause"} → ${now.get(id) ?? "no such clause"}`,
    );
  return found.length > 0 ? found : [`Nothing has changed${since}.`];
}
