import * as z from "zod";
import { openWindow } from "../domain/api-access.ts";
import type { ApiAccess } from "../domain/api-access.ts";
import type { Edition } from "../domain/editions.ts";
import { checkDigit, isGstin } from "../domain/gstin.ts";
import { JOURNAL_KINDS } from "../domain/journal.ts";
import { POPUPS } from "../domain/taxpayer.ts";
import type { fault } from "./fault-schema.ts";
import { strict } from "./parse.ts";
import { duration, instant } from "./time-schemas.ts";
import type { FaultBody, ScenarioBody, TaxpayerFields } from "./wire.ts";

/** What `GET` and `DELETE /messages` can be asked for. */
export const messagesQuery = strict({ username: z.string().optional() });

/** Which events `DELETE /journal` is to forget. */
export const journalFilter = strict({
  username: z.string().optional(),
  kind: z.enum(JOURNAL_KINDS).optional(),
});

/** What `GET /journal` can be asked for. */
export const journalQuery = strict({
  ...journalFilter.shape,
  limit: z.coerce
    .number("Must be a number")
    .int("Must be a whole number")
    .min(0, "Must not be negative")
    .optional(),
});

const text = z.string().max(500);

const gstin = z.string().superRefine((value, context) => {
  if (isGstin(value)) return;
  const digit = checkDigit(value);
  context.addIssue(
    isGstin(value.slice(0, 14) + digit)
      ? `The check digit of this GSTIN must be ${digit}`
      : "Must be a GSTIN of 15 characters, such as 29ABCDE0000F1ZA: state, PAN, entity, Z, check digit",
  );
});

const username = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,49}$/,
    "A user name is a letter, then up to 49 letters, digits, dots, hyphens or underscores",
  );

/** The bodies that the control plane takes, for the durations of an edition. */
export function createSchemas(edition: Edition) {
  const durations = edition.manageApiAccess.durations;
  const labels = durations.map((offered) => offered.label);

  /** Parsed to the window as far as it is said; `since` is now where it is not. */
  const apiAccess = z.discriminatedUnion(
    "enabled",
    [
      strict({ enabled: z.literal(false) }),
      strict({
        enabled: z.literal(true),
        duration: z.enum(labels),
        since: instant.optional(),
      }),
    ],
    { error: 'Must be {"enabled": false} or {"enabled": true, "duration": …}' },
  );

  const fields = {
    password: z.string().min(1).max(100),
    gstin,
    legalName: text.min(1),
    tradeName: text,
    apiAccess,
    failedLogins: z.int().min(0).max(1_000),
    locked: z.boolean(),
    passwordExpired: z.boolean(),
    newDevice: z.boolean(),
    popups: z.array(z.enum(POPUPS)).max(POPUPS.length),
    sessionCap: z.int().min(0).max(1_000_000),
    centreJurisdiction: text,
    stateJurisdiction: text,
    registeredOn: z.iso.date("Must be a date such as 2017-07-01"),
    constitution: text,
    taxpayerType: text,
    status: text,
    complianceRating: text,
    people: z.array(text).max(100),
    businessActivities: z.array(text).max(100),
    address: text,
    email: text,
    mobile: text,
    lastLoginAt: instant,
  };

  const optional = strict(fields).partial().shape;

  return {
    /** A taxpayer of PUT and PATCH: every field may be left out. */
    taxpayer: strict({ username: username.optional(), ...optional }),
    /** A scenario by its name, or one of the caller's own. */
    scenario: strict({
      /** What an editor checks the file by; nothing to the simulator. */
      $schema: z.string().optional(),
      name: text.min(1),
      taxpayers: z
        .array(strict({ username, ...optional }))
        .max(200_000)
        .optional(),
    }),
    clock: strict({ now: instant }),
    advance: strict({ by: duration }),
    /** The window that a body's `apiAccess` means, at `now`. */
    accessOf: (body: z.infer<typeof apiAccess>, now: number): ApiAccess => {
      if (!body.enabled) return { chosen: false };
      const chosen = durations.find(
        (offered) => offered.label === body.duration,
      );
      return chosen
        ? { chosen: true, window: openWindow(chosen, body.since ?? now) }
        : { chosen: false };
    },
  };
}

export type Schemas = ReturnType<typeof createSchemas>;

type DeepReadonly<T> = T extends object
  ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T;

/** Fails to compile where the documented bodies and the schemas that check them differ. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
const documented: [
  Same<DeepReadonly<z.input<typeof fault>>, FaultBody>,
  Same<
    DeepReadonly<z.input<Schemas["taxpayer"]>>,
    TaxpayerFields & { readonly username?: string | undefined }
  >,
  Same<DeepReadonly<z.input<Schemas["scenario"]>>, ScenarioBody>,
] = [true, true, true];
void documented;
