import type { Request } from "express";
import { field } from "./form.ts";

/** What is said to who was not let in. */
export const TOO_MANY_TRIES =
  "There were too many tries from this address; wait a minute.";
export const WRONG_TOKEN =
  "That is not the token that the simulator was started with.";

/** What a browser can have asked for when it was asked for the token, from the panel's base. */
const PAGES = ["", "/classroom", "/classroom/hand-out"];

/** The page that the token opens: the one that was asked for, else the panel itself. */
export function pageBehindGate(req: Request, base: string): string {
  const asked =
    req.method === "POST"
      ? field(req, "page")
      : `${req.baseUrl}${req.path}`.slice(base.length).replace(/\/$/, "");
  return PAGES.find((page) => page === asked) ?? "";
}
