import { pause } from "../conformance/run/waiting.ts";
import type { Change } from "./change.ts";

/**
 * Every answer comes late. Browsers keep what is no page, as they do with the real portal's, so
 * that it comes late once.
 *
 * @param milliseconds how late
 */
export function late(milliseconds: number): Change {
  return async (call, ask) => {
    const answer = await ask(call);
    await pause(milliseconds);
    const isKept = call.path.startsWith("/assets/");
    return isKept
      ? {
          ...answer,
          headers: { ...answer.headers, "cache-control": "max-age=600" },
        }
      : answer;
  };
}

/** A page's scripts come long after the page, each time. */
export function lateScripts(milliseconds: number): Change {
  return async (call, ask) => {
    if (call.path.endsWith(".js")) await pause(milliseconds);
    return ask(call);
  };
}
