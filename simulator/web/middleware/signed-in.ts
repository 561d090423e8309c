import type { Request, RequestHandler } from "express";

/** Where the portal sends whom it does not let on. */
export const ACCESS_DENIED = "/services/error/accessdenied";

/** The one page open to a taxpayer whose password has expired. */
export const CHANGE_PASSWORD = "/services/auth/changepassword";

/** Finds out who is signed in, for every page: also an error page leads back to theirs. */
export const findTaxpayer: RequestHandler = async (req, _res, next) => {
  const { username } = req.session;
  if (username !== undefined) {
    const taxpayer = await req.world.portal.taxpayers.find(username);
    if (taxpayer) req.taxpayer = taxpayer;
  }
  next();
};

/**
 * Lets on only browsers that are signed in; others are sent to Access Denied, as the portal
 * does (facts: portal §7). Whoever must change the password is sent to do that.
 */
export const signedIn: RequestHandler = (req, res, next) => {
  if (!(req as Partial<Request>).taxpayer) {
    res.redirect(302, ACCESS_DENIED);
    return;
  }
  const { mustChangePassword } = req.session;
  if (mustChangePassword && req.baseUrl + req.path !== CHANGE_PASSWORD) {
    res.redirect(303, CHANGE_PASSWORD);
    return;
  }
  next();
};
