import type { Browsing } from "../conformance/run/browsing.ts";
import { judgeView, unjudged } from "../conformance/run/make-visit.ts";
import type { Findings } from "../conformance/run/make-visit.ts";
import { reasonOf } from "../conformance/run/waiting.ts";
import { View } from "../conformance/view/view.ts";
import type { SavedPage, Visit } from "../conformance/visit.ts";
import { yesVisit } from "../conformance/visits/api-access-yes.ts";
import { unchanged } from "./change.ts";
import type { Answer, Change } from "./change.ts";
import type { Seat } from "./portals.ts";

/** How long a sign-in that leads nowhere is waited for, in milliseconds. */
const PATIENCE = 2_000;

const PATHS: Readonly<Record<SavedPage, string>> = {
  login: "/services/login",
  welcome: "/services/auth/fowelcome",
  profile: "/services/auth/myprofile",
  "manage-api-access": "/services/auth/manageapiaccess",
};

/** A page as a portal sends it to a browser that asks for nothing more. */
export interface SentPage {
  readonly path: string;
  readonly answer: Answer;
}

/** Asks for the page that a visit is made to; nothing where it does more than to open one. */
export async function sentPage(
  visit: Visit,
  { browsing, request }: Seat,
): Promise<SentPage | undefined> {
  // What Yes brings is in the markup from the start.
  const page = visit === yesVisit ? "manage-api-access" : visit.page;
  if (!page) return undefined;
  const path = PATHS[page];
  const answer = await request.get(new URL(path, browsing.url).href, {
    headers: { referer: new URL("/services/auth/", browsing.url).href },
  });
  return {
    path,
    answer: {
      status: answer.status(),
      headers: answer.headers(),
      body: await answer.body(),
    },
  };
}

/**
 * Judges a place by the markup that the portal would send if it were changed so; nothing is
 * judged where it would send no page.
 */
export async function judgeMarkup(
  visit: Visit,
  { path, answer }: SentPage,
  browsing: Browsing,
  change: Change = unchanged,
): Promise<Findings> {
  const call = { method: "GET", path, headers: {}, fields: {} };
  const { status, body } = await change(call, () => Promise.resolve(answer));
  if (status !== 200) return new Map();
  const view = new View(body.toString(), new URL(path, browsing.url).href);
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
