import { timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { Refusal } from "./refusal.ts";

/** Lets only callers with the token on, where there is one. */
export function bearer(token: string | undefined): RequestHandler {
  return (req, _res, next) => {
    if (token !== undefined && !hasToken(req, token)) throw needsToken();
    next();
  };
}

/** Whether a request shows the token in its header. */
export function hasToken(req: Request, token: string): boolean {
  const header = req.get("authorization") ?? "";
  return isSame(/^Bearer (.+)$/i.exec(header)?.[1], token);
}

/** What is answered to who does not. */
export function needsToken(): Refusal {
  return new Refusal(401, {
    message:
      "The control plane needs the header Authorization: Bearer TOKEN, with the token the simulator was started with.",
  });
}

/** Compares in a time that does not tell how much was right. */
export function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
