import { createHmac } from "node:crypto";
import type { Request, Response } from "express";
import { isSame } from "../token.ts";

const COOKIE = "PanelKey";

/**
 * Remembers in a browser that it was shown the control token, as a browser cannot send the
 * header of design 1.4. The cookie is no token: it opens the panel alone.
 */
export function giveKey(req: Request, res: Response, token: string): void {
  res.cookie(COOKIE, keyFor(token), {
    httpOnly: true,
    sameSite: "strict",
    secure: req.secure,
    path: req.baseUrl,
  });
}

export function hasKey(req: Request, token: string): boolean {
  const cookie = (req.cookies as Record<string, unknown>)[COOKIE];
  return typeof cookie === "string" && isSame(cookie, keyFor(token));
}

function keyFor(token: string): string {
  return createHmac("sha256", token).update("panel").digest("base64url");
}
