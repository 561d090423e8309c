import type { Request, RequestHandler } from "express";

/**
 * Lets on only calls that a page of this simulator, or no page at all, makes. Such calls
 * carry no form token: another site's page cannot send JSON without asking first, and a
 * browser says where a call comes from.
 */
export const fromOwnPages: RequestHandler = (req, res, next) => {
  const isJson = req.method === "GET" || Boolean(req.is("application/json"));
  if (isJson && isSameOrigin(req)) {
    next();
    return;
  }
  res.status(403).json({
    message: "This call takes application/json, from the portal's own pages.",
  });
};

function isSameOrigin(req: Request): boolean {
  const site = req.get("sec-fetch-site");
  const origin = req.get("origin");
  return (
    (site === undefined || site === "same-origin" || site === "none") &&
    (origin === undefined || origin === `${req.protocol}://${req.host}`)
  );
}

/** Answers 403 to who is not signed in, on which the portal's pages go to Access Denied. */
export const signedInCall: RequestHandler = (req, res, next) => {
  const { taxpayer } = req as Partial<Request>;
  if (taxpayer && !req.session.mustChangePassword) {
    next();
    return;
  }
  res.status(403).json({ message: "Access Denied" });
};
