import type { Duration } from "./editions.ts";

/** The time for which a taxpayer opened API access. Instants in epoch milliseconds. */
export interface ApiAccessWindow {
  /** The label that was chosen on the portal, such as `"7 days"`. */
  readonly duration: string;
  readonly since: number;
  /** The first instant at which access is closed again. */
  readonly until: number;
}

/**
 * The state of the portal's switch for one taxpayer. A window stays on record when it has
 * run out, as the page then still knows what was chosen; choosing No drops it.
 */
export type ApiAccess =
  | { readonly chosen: false }
  | { readonly chosen: true; readonly window?: ApiAccessWindow };

/** What a taxpayer can tell the switch: No, or Yes for a duration. */
export type ApiAccessChoice =
  | { readonly enable: false }
  | { readonly enable: true; readonly duration: Duration };

/** Nothing chosen yet: the page preselects neither Yes nor No. */
export const neverChosen: ApiAccess = { chosen: false };

const MINUTE = 60_000;

/** The window that opens at `since` for `duration`. */
export function openWindow(duration: Duration, since: number): ApiAccessWindow {
  return {
    duration: duration.label,
    since,
    until: since + duration.minutes * MINUTE,
  };
}

/**
 * Applies a choice. Yes always starts a new window at `now`, also while one is open;
 * No takes effect at once (facts: GSTN's FAQ, confidence B).
 */
export function choose(choice: ApiAccessChoice, now: number): ApiAccess {
  return choice.enable
    ? { chosen: true, window: openWindow(choice.duration, now) }
    : { chosen: true };
}

/** Whether access is open at `now`: from `since` on, and no longer at `until`. */
export function isOpen(access: ApiAccess, now: number): boolean {
  if (!access.chosen || !access.window) return false;
  return access.window.since <= now && now < access.window.until;
}

/** The switch as if its window had been opened so early that it ends at `now`. */
export function runOut(access: ApiAccess, now: number): ApiAccess {
  if (!access.chosen || !access.window) return access;
  const { duration, since, until } = access.window;
  return {
    chosen: true,
    window: { duration, since: since - (until - now), until: now },
  };
}
