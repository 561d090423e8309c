import type * as z from "zod";
import { isOpen } from "../domain/api-access.ts";
import type { ApiAccess } from "../domain/api-access.ts";
import type { DurationLabel } from "../domain/editions.ts";
import { defaultTaxpayer } from "../domain/taxpayer.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import type { Schemas } from "./schemas.ts";
import type { ApiAccessAnswer, TaxpayerAnswer, TaxpayerBody } from "./wire.ts";

/** What the control plane says of a taxpayer at `now`. */
export function toAnswer(taxpayer: Taxpayer, now: number): TaxpayerAnswer {
  const { apiAccess, lastLoginAt, ...rest } = taxpayer;
  return {
    ...rest,
    apiAccess: accessAnswer(apiAccess, now),
    ...(lastLoginAt !== undefined && { lastLoginAt: iso(lastLoginAt) }),
  };
}

function accessAnswer(access: ApiAccess, now: number): ApiAccessAnswer {
  const window = access.chosen ? access.window : undefined;
  if (!window) return { enabled: false };
  return {
    enabled: isOpen(access, now),
    duration: window.duration,
    since: iso(window.since),
    until: iso(window.until),
  };
}

/** A taxpayer in the form in which a scenario takes it. */
export function toScenarioBody(taxpayer: Taxpayer): TaxpayerBody {
  const { apiAccess, lastLoginAt, ...rest } = taxpayer;
  const window = apiAccess.chosen ? apiAccess.window : undefined;
  return {
    ...rest,
    apiAccess: window
      ? {
          enabled: true,
          duration: window.duration as DurationLabel,
          since: iso(window.since),
        }
      : { enabled: false },
    ...(lastLoginAt !== undefined && { lastLoginAt: iso(lastLoginAt) }),
  };
}

type Changes = z.output<Schemas["taxpayer"]>;

/** A taxpayer from a checked body: what is not said is as in `defaultTaxpayer`. */
export function fromBody(
  username: string,
  body: Changes,
  schemas: Schemas,
  now: number,
): Taxpayer {
  return withChanges(defaultTaxpayer(username), body, schemas, now);
}

/**
 * A taxpayer with the fields of a checked body in place of its own. `apiAccess` off is
 * "never chose" for one who never did, and No for one who did. Unlocking forgets the wrong
 * passwords, as the next one would lock again otherwise.
 */
export function withChanges(
  taxpayer: Taxpayer,
  body: Changes,
  schemas: Schemas,
  now: number,
): Taxpayer {
  const { username: _, apiAccess, ...fields } = body;
  const unlocked = body.locked === false && { failedLogins: 0 };
  const said = Object.entries(fields).filter(
    ([, value]) => value !== undefined,
  );
  const access = apiAccess && schemas.accessOf(apiAccess, now);
  return {
    ...taxpayer,
    ...unlocked,
    ...(Object.fromEntries(said) as Partial<Taxpayer>),
    ...(access && {
      apiAccess:
        access.chosen || !taxpayer.apiAccess.chosen ? access : { chosen: true },
    }),
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
