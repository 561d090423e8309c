import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import { cookieOf, portalCookie } from "../cookies.ts";

/**
 * The cookies that the portal gives to whoever comes (facts: portal §7): its language, and
 * the one of the firewall before it, which scripts carry along.
 */
export const visitorCookies: RequestHandler = (req, res, next) => {
  if (req.world.portal.edition.cookies) {
    const first = (name: string, value: () => string) => {
      if (cookieOf(req, name) === undefined) {
        res.cookie(name, value(), portalCookie(req));
      }
    };
    first("Lang", () => "en");
    first("TS01b8883c", () => randomBytes(24).toString("hex"));
  }
  next();
};
