import type { Clause } from "../../specs/contract/clause.ts";
import { EDITION_NAMES } from "../../specs/contract/clause.ts";
import { CLAUSES, clausesOf } from "../../specs/contract/clauses.ts";

const STEPS = new Map<Clause["step"], string>([
  [1, "Step 1: sign in"],
  [2, "Step 2: the home screen, and View Profile"],
  [3, "Step 3: the profile and its Quick Links"],
  [4, "Step 4: Manage API Access"],
  [5, "Step 5: Yes, and the duration"],
  [6, "Step 6: Confirm"],
  [null, "Beside the guide: the session"],
]);

/** The page of all clauses for a reader, as Markdown. */
export function clausesPage(): string {
  return [
    "# The clauses",
    "<!-- Written by `npm run docs:clauses` from specs/contract; do not edit. -->",
    `${CLAUSES.length} statements about the portal, each of which can be checked: ${counts()}. How they are checked, and how a report is read, is in [conformance.md](conformance.md). An id never changes its meaning.`,
    `- **MUST** and **SHOULD** fail a portal that lacks them. A **MAY** is what scripts find on the real portal: one without it is not judged.
- The last column tells where a clause is known from. *guide* is the step-by-step guide that edition 2017 follows, and its lines. *facts* are what public material shows of the portal, and a section of them: [A] read in a file that the portal itself served, [B] two sources that know nothing of each other, [C] one source. *choice* is ours, where nothing is known; [choices.md](choices.md) has them all.`,
    ...Array.from(STEPS, ([step, title]) => section(step, title)),
    "",
  ].join("\n\n");
}

function section(step: Clause["step"], title: string): string {
  const rows = CLAUSES.filter((clause) => clause.step === step).map(
    ({ id, weight, statement, editions, evidence }) =>
      `| ${[`\`${id}\``, weight, editions.join(", "), statement, evidence].map(cell).join(" | ")} |`,
  );
  return [
    `## ${title}\n`,
    "| clause | weight | edition | what holds | known from |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function counts(): string {
  return EDITION_NAMES.map(
    (edition) => `${clausesOf(edition).length} for edition ${edition}`,
  ).join(", ");
}

/** Text of a clause in a cell: nothing in it becomes markup. */
function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("<", "&lt;");
}
