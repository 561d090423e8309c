import type { z } from "zod";
import type { Fault } from "../domain/faults.ts";
import { formatDuration } from "../domain/iso-duration.ts";
import type { fault } from "./fault-schema.ts";
import type { FaultAnswer } from "./wire.ts";

/** What an error or a maintenance page answers where no status is said. */
const DEFAULT_STATUS = 503;

/** A fault from a checked body. */
export function faultFrom(body: z.output<typeof fault>): Fault {
  const { at, kind, times, ...rest } = body;
  const hasStatus = kind === "error" || kind === "maintenance";
  const isOfSignIn = at === "login" && kind === "code";
  const said = Object.entries({
    ...(hasStatus && { status: DEFAULT_STATUS }),
    // To look at the page is no sign-in.
    ...(isOfSignIn && { method: "POST" }),
    ...rest,
  }).filter(([, value]) => value !== undefined);
  return { at, kind, times, ...(Object.fromEntries(said) as Partial<Fault>) };
}

/** A fault as the control plane tells it. */
export function faultAnswer({ delay, ...fault }: Fault): FaultAnswer {
  return {
    ...fault,
    ...(delay !== undefined && { delay: formatDuration(delay) }),
  };
}
