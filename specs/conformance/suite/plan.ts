import { visitsOf } from "../visits.ts";
import { loggedOutVisit, logoutVisit } from "../visits/session.ts";
import { signInVisit } from "../visits/sign-in.ts";
import type { Visit } from "../visit.ts";
import type { Order } from "./order.ts";

/** The visits of a run, in the order in which they are made. */
export interface Plan {
  /** Each with a browser that nobody has signed in. */
  readonly visitor: readonly Visit[];
  /** The one sign-in, which serves all that follow. */
  readonly signIn: readonly Visit[];
  readonly reads: readonly Visit[];
  readonly changes: readonly Visit[];
  readonly lock: readonly Visit[];
  /** Those that end the sign-in. */
  readonly leaving: readonly Visit[];
  /** Those that are not made, and why. */
  readonly leftOut: ReadonlyMap<Visit, string>;
}

/** What is to be done, and what is not. */
export function planOf(order: Order): Plan {
  const left: Visit[] = [];
  const leftOut = new Map<Visit, string>();
  for (const visit of order.visits ?? visitsOf(order.target.edition)) {
    const reason = whyNot(visit, order);
    if (reason === undefined) left.push(visit);
    else leftOut.set(visit, reason);
  }
  const only = (kind: keyof Plan) =>
    left.filter((visit) => kindOf(visit) === kind);
  return {
    visitor: only("visitor"),
    signIn: only("signIn"),
    reads: only("reads"),
    changes: only("changes"),
    lock: only("lock"),
    leaving: only("leaving"),
    leftOut,
  };
}

/** Whether a visit ends the sign-in. */
export function isLeaving(visit: Visit): boolean {
  return visit === logoutVisit || visit === loggedOutVisit;
}

function kindOf(visit: Visit): Exclude<keyof Plan, "leftOut"> {
  if (visit === signInVisit) return "signIn";
  if (visit.does === "locks") return "lock";
  if (visit.as === "visitor") return "visitor";
  if (isLeaving(visit)) return "leaving";
  return visit.does === "changes" ? "changes" : "reads";
}

function whyNot(
  visit: Visit,
  { publicOnly, changes, target }: Order,
): string | undefined {
  if (kindOf(visit) !== "visitor") {
    if (publicOnly) return "Only what anyone may see was asked for.";
    if (!target.credentials) {
      return "No user name and password were given: GST_USERNAME and GST_PASSWORD, or --username and --password.";
    }
  }
  if (visit.does === "locks" && changes !== "free") {
    return "No account is locked where others may need it.";
  }
  if (visit.does !== "reads" && changes === "none") {
    return "This portal was only read; --confirm-changes does what this clause needs.";
  }
  return undefined;
}
