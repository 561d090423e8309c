import type { RequestHandler } from "express";
import { ACCESS_DENIED } from "./signed-in.ts";

/** What a sign-in leads to must be open to a browser that was sent there by a redirect. */
const OPEN = /^\/(fowelcome|dashboard)?\/?$/;

/**
 * Sends a visit that comes from nowhere to Access Denied, as the portal often does with a
 * deep link typed by hand (facts: portal §7, confidence B). That the landing pages stay open
 * to it is a choice; scripts go by /services/auth/.
 */
export const needsReferrer: RequestHandler = (req, res, next) => {
  const { session } = req.world.portal.edition;
  if (
    session.refererNeeded &&
    req.method === "GET" &&
    !OPEN.test(req.path) &&
    req.get("referer") === undefined
  ) {
    res.redirect(302, ACCESS_DENIED);
    return;
  }
  next();
};
