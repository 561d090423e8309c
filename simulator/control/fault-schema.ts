import * as z from "zod";
import {
  API_ACTIONS,
  FAULT_KINDS,
  FAULT_PLACES,
  SIGN_IN_CODES,
} from "../domain/faults.ts";
import { strict } from "./parse.ts";
import { duration } from "./time-schemas.ts";

/** Longer than any client waits, in milliseconds. */
const LONGEST_DELAY = 10 * 60_000;

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
