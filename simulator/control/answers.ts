import * as z from "zod";
import { API_ACTIONS, FAULT_KINDS, FAULT_PLACES } from "../domain/faults.ts";
import { JOURNAL_KINDS } from "../domain/journal.ts";
import { STEPS } from "../domain/journey/journey.ts";
import { TROUBLES } from "../domain/progress.ts";
import type { Schemas } from "./schemas.ts";
import type {
  CaptchaAnswer,
  ClockAnswer,
  FaultAnswer,
  JournalAnswer,
  MessageAnswer,
  ProgressAnswer,
  TaxpayerAnswer,
} from "./wire.ts";

/** What the control plane answers, as schemas for its description. */

const instant = z.iso.datetime();
const duration = z.string().meta({ description: "An ISO 8601 duration" });

export const health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  edition: z.string(),
  now: instant,
});

export const unhealthy = z.object({
  status: z.literal("store-unavailable"),
  version: z.string(),
  edition: z.string(),
  error: z.object({ message: z.string() }),
});

export const clock: z.ZodType<ClockAnswer> = z.object({
  now: instant,
  offset: duration,
});

export const faults: z.ZodType<FaultAnswer[]> = z.array(
  z.object({
    at: z.enum(FAULT_PLACES),
    kind: z.enum(FAULT_KINDS),
    status: z.int().exactOptional(),
    delay: duration.exactOptional(),
    code: z.string().exactOptional(),
    action: z.enum(API_ACTIONS).exactOptional(),
    method: z.string().exactOptional(),
    times: z.int(),
  }),
);

export const messages: z.ZodType<MessageAnswer[]> = z.array(
  z.object({
    at: instant,
    channel: z.enum(["sms", "email"]),
    username: z.string(),
    text: z.string(),
    otp: z.string().exactOptional(),
  }),
);

export const captcha: z.ZodType<CaptchaAnswer> = z.object({
  answer: z.string(),
  expiresAt: instant,
});

export const journal: z.ZodType<JournalAnswer[]> = z.array(
  z.object({
    at: instant,
    kind: z.enum(JOURNAL_KINDS),
    username: z.string().exactOptional(),
    detail: z.string(),
  }),
);

export const progress: z.ZodType<ProgressAnswer[]> = z.array(
  z.object({
    username: z.string(),
    step: z.int().min(0).max(STEPS.length),
    reachedAt: z.array(instant),
    spent: duration,
    inStep: duration,
    trouble: z.enum(TROUBLES).exactOptional(),
  }),
);

export const worlds = z.array(
  z.object({
    id: z.string(),
    createdAt: instant,
    lastUsedAt: instant,
    taxpayers: z.int(),
  }),
);

export const refusal = z.object({
  error: z.object({
    message: z.string(),
    path: z.string().optional(),
    known: z.array(z.string()).optional(),
  }),
});

/** A taxpayer as it is told, for the fields that an edition has. */
export function taxpayerAnswer({ taxpayer }: Schemas): z.ZodType {
  const { tradeName, lastLoginAt: _, ...fields } = taxpayer.shape;
  return z.object({
    ...z.object(fields).required().shape,
    tradeName,
    lastLoginAt: instant.exactOptional(),
    apiAccess: z.object({
      enabled: z.boolean(),
      duration: z.string().exactOptional(),
      since: instant.exactOptional(),
      until: instant.exactOptional(),
    }),
  } satisfies Record<keyof TaxpayerAnswer, z.ZodType>);
}
