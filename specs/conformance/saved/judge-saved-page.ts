import type { EditionName } from "../../contract/clause.ts";
import { SHOWN } from "../../contract/shown.ts";
import type { Finding } from "../finding.ts";
import { judgeView, unjudged } from "../run/make-visit.ts";
import { fields } from "../view/controls.ts";
import { View } from "../view/view.ts";
import { visitsOf } from "../visits.ts";
import { yesVisit } from "../visits/api-access-yes.ts";
import { isYesChosen } from "../visits/api-access.ts";
import type { SavedPage } from "../visit.ts";

/**
 * Judges a page by its markup.
 *
 * @param html as a browser has saved it, complete or HTML only
 * @returns what was found, by the id of the clause
 */
export function judgeSavedPage(
  html: string,
  page: SavedPage,
  edition: EditionName,
): Map<string, Finding> {
  const view = new View(html, savedFrom(html));
  const browsing = { shown: SHOWN[edition], target: { edition } };
  const findings = visitsOf(edition)
    .filter((visit) => visit.page === page)
    .flatMap((visit) => [...judgeView(visit, view, browsing)]);
  if (page === "manage-api-access") {
    findings.push(...judgeYes(view, browsing));
  }
  return new Map(findings);
}

/** What the page shows once Yes is chosen, where it was saved so. */
function judgeYes(view: View, browsing: Parameters<typeof judgeView>[2]) {
  // How Yes came to be chosen, no file tells.
  const { "api-access.yes-by-click": _, ...looks } = yesVisit.looks;
  const visit = { ...yesVisit, looks };
  return isYesChosen(view) || fields(view, "Duration").length > 0
    ? judgeView(visit, view, browsing, { wasOn: String(isYesChosen(view)) })
    : unjudged(visit, "The page was saved without Yes chosen.");
}

/** Where a page was saved from, which some browsers note in it. */
function savedFrom(html: string): string | undefined {
  const [, address = ""] =
    /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html) ?? [];
  return URL.canParse(address) ? address : undefined;
}
