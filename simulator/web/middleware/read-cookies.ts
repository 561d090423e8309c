import { parse } from "cookie";
import type { RequestHandler } from "express";

/**
 * Reads the cookies of a request, as texts only: what reads JSON out of them hands objects to
 * code that expects text.
 */
export const readCookies: RequestHandler = (req, _res, next) => {
  req.cookies = parse(req.headers.cookie ?? "");
  next();
};
