import { stirred } from "./idle.js";

/**
 * The texts in the portal's answer, by name.
 *
 * @typedef {Record<string, string | null | undefined>} Answer
 */

/** Where a refused call leads, by its status (facts: portal §7, confidence A). */
const LEADS_TO = new Map([
  [401, "/services/error/accessdenied?twoTab=TAB"],
  [403, "/services/error/accessdenied"],
]);

const dimmer = document.querySelector(".dimmer-holder");
let underWay = 0;

/**
 * Shows the dimmer while any call is under way, by its style, as the portal does (facts:
 * portal §8).
 *
 * @param {1 | -1 | 0} change how many calls more there are
 */
function dim(change) {
  underWay += change;
  if (dimmer instanceof HTMLElement) {
    dimmer.style.display = underWay > 0 ? "block" : "none";
  }
}
dim(0);

/**
 * Calls the portal as its own pages do. Who is not signed in any more is sent where the
 * portal sends them (facts: portal §7).
 *
 * @param {string} path
 * @param {object} [body] sent as JSON; without one the call is a GET
 * @returns {Promise<{ ok: boolean, answer: Answer }>}
 */
export async function call(path, body) {
  stirred();
  dim(1);
  const response = await fetch(path, {
    ...(body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
    signal: AbortSignal.timeout(20_000),
  }).finally(() => dim(-1));
  const leadsTo = LEADS_TO.get(response.status);
  if (leadsTo !== undefined) {
    location.assign(leadsTo);
    return new Promise(() => {});
  }
  const isJson = response.headers.get("content-type")?.includes("json");
  const answer = /** @type {Answer} */ (isJson ? await response.json() : {});
  return { ok: response.ok, answer };
}
