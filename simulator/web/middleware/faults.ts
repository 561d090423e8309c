import { setTimeout } from "node:timers/promises";
import type { Request, RequestHandler, Response } from "express";
import type { Fault, FaultPlace, SignInCode } from "../../domain/faults.ts";
import { fold } from "../known-paths.ts";
import type { SendPage } from "../page.ts";
import { endSession } from "../sign-in.ts";
import { HangUps } from "./hang-up.ts";
import { ACCESS_DENIED } from "./signed-in.ts";

/** The pages where faults can strike, and the XHR calls that belong to them. */
const PAGES: Readonly<Record<string, FaultPlace>> = {
  "/services/login": "login",
  "/services/auth/fowelcome": "welcome",
  "/services/auth/dashboard": "welcome",
  "/services/auth/myprofile": "profile",
  "/services/auth/manageapiaccess": "manage-api-access",
};
const XHR_CALLS: Readonly<Record<string, FaultPlace>> = {
  "/services/authenticate": "login",
  "/services/auth/profile/detail": "profile",
  "/services/auth/api/getapiaccessstatus": "manage-api-access",
  "/services/auth/api/updateapiaccessstatus": "manage-api-access",
};

/**
 * Lets an armed fault strike a page before anything else is done for the request: what is
 * answered so has changed nothing.
 */
export function faults(send: SendPage): RequestHandler {
  const hangUps = new HangUps();
  return async (req, res, next) => {
    if (hangUps.cutRepetition(req)) return;
    const path = fold(req.path);
    const at = PAGES[path] ?? XHR_CALLS[path];
    const { faults: armed } = req.world.portal;
    const fault =
      at &&
      (await armed.next({ at, method: req.method }, req.session.username));
    if (!fault) {
      next();
      return;
    }
    // An answer that nobody waits for any more does not keep a closed simulator's program alive.
    if (fault.delay !== undefined) {
      await setTimeout(fault.delay, undefined, { ref: false });
    }
    const isXhr = path in XHR_CALLS;
    switch (fault.kind) {
      case "hang-up":
        hangUps.strike(req);
        return;
      case "session-expired":
        await endSession(req, res, "session-expired");
        if (isXhr) res.status(403).json({ message: "Session expired" });
        else res.redirect(302, ACCESS_DENIED);
        return;
      case "error":
      case "maintenance":
        if (isXhr)
          res.status(fault.status ?? 503).json({ message: fault.kind });
        else sendFault(send, req, res, fault);
        return;
      case "code":
        // The sign-in's handlers answer with it, each in its way.
        req.signInFault = fault.code as SignInCode;
        next();
        return;
      default:
        next();
    }
  };
}

/** A page that says what happened; there is no form on it. */
function sendFault(
  send: SendPage,
  req: Request,
  res: Response,
  { kind, status = 503 }: Fault,
): void {
  const isMaintenance = kind === "maintenance";
  if (status === 503) res.setHeader("Retry-After", "60");
  send(req, res, {
    view: "problem",
    title: isMaintenance ? "Scheduled maintenance" : "Error",
    status,
    model: isMaintenance
      ? {
          heading: "The portal is down for maintenance",
          sentence: "Scheduled maintenance is under way. Please try later.",
        }
      : {
          heading: "System error",
          sentence: "System error occurred. Please try after sometime.",
        },
  });
}
