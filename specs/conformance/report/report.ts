import type { Clause, EditionName, Weight } from "../../contract/clause.ts";
import { clausesOf } from "../../contract/clauses.ts";
import { notRun } from "../finding.ts";
import type { Finding } from "../finding.ts";

/** What came of one clause, as `report.json` has it. */
export interface ReportedClause {
  readonly id: string;
  readonly step: Clause["step"];
  readonly weight: Weight;
  readonly result: Finding["result"];
  readonly expected?: string;
  readonly observed?: string;
  /** Why it was not run. */
  readonly reason?: string;
}

/** `report.json`. */
export interface Report {
  /** The portal's address, or the names of the saved pages. */
  readonly target: string;
  readonly edition: EditionName;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly summary: { pass: number; fail: number; notRun: number };
  /** What a person must do now, in capitals; missing where there is nothing. */
  readonly toDo?: string;
  readonly clauses: readonly ReportedClause[];
}

/** What a report is made from. */
export interface Judged {
  readonly target: string;
  readonly edition: EditionName;
  readonly startedAt: Date;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly toDo?: string | undefined;
  /** What must stand in no report; pieces of text become dots. */
  readonly secrets?: readonly string[];
}

/**
 * The report of a run.
 *
 * @param ids the clauses that it is about; all of the edition's, unless given
 */
export function reportOf(judged: Judged, ids?: ReadonlySet<string>): Report {
  const clean = cleaner(judged.secrets ?? []);
  const clauses = clausesOf(judged.edition)
    .filter(({ id }) => ids?.has(id) ?? true)
    .map(({ id, step, weight }): ReportedClause => {
      const finding =
        judged.findings.get(id) ?? notRun("No visit came to where it is seen.");
      return { id, step, weight, ...cleaned(finding, clean) };
    });
  const count = (wanted: Finding["result"]) =>
    clauses.filter(({ result }) => result === wanted).length;
  return {
    target: judged.target,
    edition: judged.edition,
    startedAt: judged.startedAt.toISOString(),
    summary: {
      pass: count("pass"),
      fail: count("fail"),
      notRun: count("not-run"),
    },
    ...(judged.toDo !== undefined && { toDo: judged.toDo }),
    clauses,
  };
}

function cleaned(finding: Finding, clean: (text: string) => string): Finding {
  if (finding.result === "not-run") return notRun(clean(finding.reason));
  const { result, expected, observed } = finding;
  return { result, expected: clean(expected), observed: clean(observed) };
}

/** Puts dots in the place of what must not be read. */
export function cleaner(secrets: readonly string[]): (text: string) => string {
  const all = secrets.filter((secret) => secret !== "");
  return (text) =>
    all.reduce((rest, secret) => rest.replaceAll(secret, "•••"), text);
}
