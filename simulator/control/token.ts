import { timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { Refusal } from "./refusal.ts";

/** Lets only callers with the token on, where there is one. */
export function bearer(token: string | undefined): RequestHandler {
  return (req, _res, next) => {
    const given = /^Bearer (.+)$/i.exec(req.get("authorization") ?? "")?.[1];
    if (token === undefined || isSame(given, token)) {
      next();
      return;
    }
    throw new Refusal(401, {
      message:
        "The control plane needs the header Authorization: Bearer TOKEN, with the token the simulator was started with.",
    });
  };
}

/** Compares in a time that does not tell how much was right. */
export function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
