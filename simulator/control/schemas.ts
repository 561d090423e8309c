import * as z from "zod";
import { openWindow } from "../domain/api-access.ts";
import type { ApiAccess } from "../domain/api-access.ts";
import type { Edition } from "../domain/editions.ts";
import {
  API_ACTIONS,
  FAULT_KINDS,
  FAULT_PLACES,
  SIGN_IN_CODES,
} from "../domain/faults.ts";
import { checkDigit, isGstin } from "../domain/gstin.ts";
import { parseDuration } from "../domain/iso-duration.ts";
import { JOURNAL_KINDS } from "../domain/journal.ts";
import { POPUPS } from "../domain/taxpayer.ts";
import { strict } from "./parse.ts";
import type { FaultBody, ScenarioBody, TaxpayerFields } from "./wire.ts";

/** An ISO 8601 instant; parsed to epoch milliseconds. */
const instant = z.iso
  .datetime({
    offset: true,
    error: "Must be an instant such as 2026-11-24T09:30:00Z",
  })
  .transform((text) => Date.parse(text))
  .meta({ description: "An ISO 8601 instant, such as 2026-11-24T09:30:00Z" });

/** An ISO 8601 duration that is not negative; parsed to milliseconds. */
const duration = z
  .string({ error: "Must be a duration such as PT6H or P30D" })
  .transform((text, context) => {
    const milliseconds = parseDuration(text);
    if (milliseconds === undefined) {
      context.addIssue(
        `Must be an ISO 8601 duration in weeks, days, hours, minutes or seconds, such as PT6H or P30D, not "${text.slice(0, 40)}"`,
      );
    } else if (milliseconds < 0) {
      context.addIssue("Must not be negative; PUT /clock can go into the past");
    }
    return milliseconds ?? 0;
  })
  .meta({ description: "An ISO 8601 duration, such as PT6H or P30D" });

/** Longer than any client waits, in milliseconds. */
const LONGEST_DELAY = 10 * 60_000;

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

const FAULT_METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
] as const;

/** A fault to arm. What means nothing for its kind or place is refused, not passed over. */
export const fault = strict({
  at: z.enum(FAULT_PLACES),
  kind: z.enum(FAULT_KINDS),
  status: z.int("Must be a whole number").min(400).max(599).optional(),
  delay: duration
    .refine((wait) => wait <= LONGEST_DELAY, "Must be at most PT10M")
    .optional(),
  code: z.string().min(1).max(40).optional(),
  action: z.enum(API_ACTIONS).optional(),
  method: z.enum(FAULT_METHODS).optional(),
  times: z
    .int("Must be a whole number")
    .min(1, "Must be at least 1")
    .max(1_000_000)
    .default(1),
}).superRefine((value, context) => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const hasStatus = value.kind === "error" || value.kind === "maintenance";
  const isApi = value.at === "taxpayer-api";
  if (value.status !== undefined && !hasStatus) {
    refuse("status", "Goes with the kinds error and maintenance only");
  }
  if (value.delay === undefined && value.kind === "delay") {
    refuse("delay", "Is needed by the kind delay, such as PT2S");
  }
  if (value.code === undefined && value.kind === "code") {
    refuse("code", "Is needed by the kind code, such as AUTH4037");
  }
  if (value.code !== undefined && value.kind !== "code") {
    refuse("code", "Goes with the kind code only");
  }
  const isSignIn = value.at === "login";
  if (value.kind === "code" && !isApi && !isSignIn) {
    refuse("kind", "code goes with the places login and taxpayer-api only");
  }
  const codes: readonly (string | undefined)[] = SIGN_IN_CODES;
  if (value.kind === "code" && isSignIn && !codes.includes(value.code)) {
    refuse("code", `Must be, at login, one of ${SIGN_IN_CODES.join(", ")}`);
  }
  if (value.action !== undefined && !isApi) {
    refuse("action", "Goes with the place taxpayer-api only");
  }
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
