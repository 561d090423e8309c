import { setTimeout } from "node:timers/promises";
import type { Request } from "express";
import type { Fault } from "../domain/faults.ts";
import { isWireCode, wireError } from "./wire-errors.ts";
import type { WireError } from "./wire-errors.ts";

/** How a call ends that an armed fault strikes; `undefined` where it goes on as usual. */
export type Struck = WireError | "hang-up" | undefined;

/** Asks for an armed fault before anything is done for a call, and waits as long as it says. */
export async function strikeCall(
  req: Request,
  call: {
    readonly action?: string | undefined;
    readonly username?: string | undefined;
  } = {},
): Promise<Struck> {
  const { faults, taxpayers } = req.world.portal;
  const taxpayer = await taxpayers.find(call.username ?? "");
  const fault = await faults.next(
    { at: "taxpayer-api", method: req.method, action: call.action },
    taxpayer?.username,
  );
  // An answer that nobody waits for any more does not keep a closed simulator's program alive.
  if (fault?.delay !== undefined) {
    await setTimeout(fault.delay, undefined, { ref: false });
  }
  return fault && outcomeOf(fault);
}

function outcomeOf({ kind, code = "", status = 503 }: Fault): Struck {
  switch (kind) {
    case "hang-up":
      return "hang-up";
    case "session-expired":
      return wireError("AUTH4038");
    case "code":
      return isWireCode(code) ? wireError(code) : forced(code, 200);
    case "error":
    case "maintenance":
      return forced(`SIMULATOR${status}`, status);
    case "delay":
    default:
      return undefined;
  }
}

/** The code and its text are the fault's, not the portal's. */
function forced(code: string, status: number): WireError {
  return { code, message: "Forced by a fault of the simulator", status };
}
