import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import { cookieOf, portalCookie } from "../cookies.ts";

/** The firewall's before the portal, which scripts carry along. */
const FIREWALL = ["TS01b8883c", "TS0134d082", "TS01255980"];

/**
 * The cookies that the portal gives to whoever comes (facts: portal §7): its language, and
 * those of the firewall, of which it is not known when each one comes.
 */
export const visitorCookies: RequestHandler = (req, res, next) => {
  if (req.world.portal.edition.cookies) {
    const first = (name: string, value: () => string) => {
      if (cookieOf(req, name) === undefined) {
        res.cookie(name, value(), portalCookie(req));
      }
    };
    first("Lang", () => "en");
    for (const name of FIREWALL) {
      first(name, () => randomBytes(24).toString("hex"));
    }
  }
  next();
};
