import type { RequestHandler } from "express";

/** The one page open to a taxpayer whose password has expired. */
export const CHANGE_PASSWORD = "/services/auth/changepassword";

/**
 * Lets on only browsers that are signed in; others are sent to Access Denied, as the portal
 * does (facts: portal §7). Whoever must change the password is sent to do that.
 */
export const signedIn: RequestHandler = async (req, res, next) => {
  const { username, mustChangePassword } = req.session;
  const taxpayer =
    username === undefined
      ? undefined
      : await req.world.portal.taxpayers.find(username);
  if (!taxpayer) {
    res.redirect(302, "/services/error/accessdenied");
    return;
  }
  req.taxpayer = taxpayer;
  if (mustChangePassword && req.baseUrl + req.path !== CHANGE_PASSWORD) {
    res.redirect(303, CHANGE_PASSWORD);
    return;
  }
  next();
};
