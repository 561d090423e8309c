import { CLAUSES } from "../../contract/clauses.ts";
import { byReason, counts } from "./lines.ts";
import type { Report } from "./report.ts";

/** `report.md`. */
export function markdown(report: Report): string {
  const failed = report.clauses.filter(({ result }) => result === "fail");
  const passed = report.clauses.filter(({ result }) => result === "pass");
  return [
    "# Conformance report",
    ...(report.toDo === undefined ? [] : [`**${escape(report.toDo)}**`]),
    `${escape(counts(report))} Begun ${report.startedAt}.`,
    "## Failed",
    failed
      .map(
        ({ id, weight, expected = "", observed = "" }) =>
          `- **${id}** (${weight}): ${escape(statementOf(id))}\n  - expected: ${escape(expected)}\n  - observed: ${escape(observed)}`,
      )
      .join("\n") || "None.",
    "## Not run",
    Array.from(
      byReason(report),
      ([reason, clauses]) =>
        `- ${escape(reason)}\n${clauses.map(({ id, weight }) => `  - ${id} (${weight})`).join("\n")}`,
    ).join("\n") || "None.",
    "## Passed",
    passed.map(({ id }) => `- ${id}: ${escape(statementOf(id))}`).join("\n") ||
      "None.",
    "",
  ].join("\n\n");
}

const STATEMENTS = new Map(
  CLAUSES.map(({ id, statement }) => [id, statement] as const),
);

/** What a clause says. */
export function statementOf(id: string): string {
  return STATEMENTS.get(id) ?? "";
}

/** Text of a page as text: nothing in it becomes markup. */
function escape(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]|]/g, String.raw`\$&`);
}
