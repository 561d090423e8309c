import type { Browsing } from "../conformance/run/browsing.ts";
import { judgeView, unjudged } from "../conformance/run/make-visit.ts";
import type { Findings } from "../conformance/run/make-visit.ts";
import { reasonOf } from "../conformance/run/waiting.ts";
import { View } from "../conformance/view/view.ts";
import type { SavedPage, Visit } from "../conformance/visit.ts";
import { yesVisit } from "../conformance/visits/api-access-yes.ts";
import type { Seat } from "./portals.ts";

/** How long a sign-in that leads nowhere is waited for, in milliseconds. */
const PATIENCE = 2_000;

const PATHS: Readonly<Record<SavedPage, string>> = {
  login: "/services/login",
  welcome: "/services/auth/fowelcome",
  profile: "/services/auth/myprofile",
  "manage-api-access": "/services/auth/manageapiaccess",
};

/**
 * Judges a place by the markup that the portal sends, without a browser; nothing is judged
 * where a visit does more than to open a page.
 */
export async function judgeMarkup(
  visit: Visit,
  { browsing, request }: Seat,
): Promise<Findings> {
  // What Yes brings is in the markup from the start.
  const page = visit === yesVisit ? "manage-api-access" : visit.page;
  if (!page) return new Map();
  const answer = await request.get(new URL(PATHS[page], browsing.url).href, {
    headers: { referer: new URL("/services/auth/", browsing.url).href },
  });
  const view = new View(await answer.text(), answer.url());
  return judgeView(visit, view, browsing);
}

/** Makes a visit and judges, once, where it has come to rest. */
export async function judgeAtRest(
  visit: Visit,
  browsing: Browsing,
): Promise<Findings> {
  const target = { ...browsing.target, timeout: PATIENCE };
  try {
    const notes = await visit.arrive({ ...browsing, target });
    const view = await browsing.settle();
    return judgeView(visit, view, browsing, notes);
  } catch (error) {
    return unjudged(visit, reasonOf(error));
  }
}
