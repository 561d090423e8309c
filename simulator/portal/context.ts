import type { Clock } from "../clock.ts";
import type { ApiSessionRules } from "../domain/api-session-rules.ts";
import type { Edition } from "../domain/editions.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { Store } from "../store/store.ts";

/** What every part of one world's portal works with. */
export interface PortalContext {
  /** The world's id; the store keeps this world's state under it. */
  readonly world: string;
  readonly store: Store;
  /** The world's clock. */
  readonly clock: Clock;
  readonly edition: Edition;
  /** The digits of a CAPTCHA about to be shown. */
  readonly newCaptcha: () => string;
  /** The digits of a one-time password about to be sent. */
  readonly newOtp: () => string;
  readonly apiRules: ApiSessionRules;
  /** The scenario that the world is in, and when it began on the world's clock. */
  readonly scenario: () => {
    readonly scenario: Scenario;
    readonly startedAt: number;
  };
}

/** Does what changes several things of one taxpayer: all of it is stored, or nothing. */
export async function asOne<T>(
  { store, world }: PortalContext,
  username: string,
  work: () => Promise<T>,
): Promise<T> {
  return store.together(world, username.toLowerCase(), work);
}
