import type { CookieOptions, Request } from "express";
import { hostnameOf } from "./addresses.ts";

/** The hosts that the portal's cookies are for (facts: portal §7). */
const PORTAL_DOMAIN = ".gst.gov.in";

/**
 * How a cookie of the portal goes out: for all of its hosts where the browser believes to be
 * on one of them, else for this address alone.
 */
export function portalCookie(req: Request): CookieOptions {
  return {
    httpOnly: true,
    sameSite: "lax",
    secure: req.secure,
    path: "/",
    ...(hostnameOf(req).endsWith(PORTAL_DOMAIN) && { domain: PORTAL_DOMAIN }),
  };
}

/** The value of a cookie, where there is one. */
export function cookieOf(req: Request, name: string): string | undefined {
  const value = (req.cookies as Record<string, unknown>)[name];
  return typeof value === "string" ? value : undefined;
}
