import { pause } from "../conformance/run/waiting.ts";
import type { Change } from "./change.ts";

/**
 * Every answer comes late.
 *
 * @param milliseconds how late
 */
export function late(milliseconds: number): Change {
  return async (call, ask) => {
    const answer = await ask(call);
    await pause(milliseconds);
    return answer;
  };
}

/** A page's scripts come long after the page, each time: no browser may keep them. */
export function lateScripts(milliseconds: number): Change {
  return async (call, ask) => {
    const answer = await ask(call);
    if (!call.path.endsWith(".js")) return answer;
    await pause(milliseconds);
    const headers = { ...answer.headers, "cache-control": "no-store" };
    return { ...answer, headers };
  };
}
