import type { Request, RequestHandler } from "express";
import { field } from "../form.ts";
import { fold } from "../known-paths.ts";
import { LANDING } from "../pages/landing.ts";
import { MANAGE_API_ACCESS } from "../pages/manage-api-access.ts";
import { PROFILE } from "../pages/profile.ts";

const STEPS_SHOWN = new Map([
  [LANDING, 2],
  [PROFILE, 3],
  [MANAGE_API_ACCESS, 4],
]);

/**
 * Notes which of the guide's steps a signed-in taxpayer's request shows. That Yes is chosen
 * is seen only when the form is sent, as nothing of a page's fields comes here before.
 */
export const noteProgress: RequestHandler = async (req, _res, next) => {
  const step = stepOf(req);
  if (step !== undefined) {
    await req.world.portal.progress.reached(req.taxpayer.username, step);
  }
  next();
};

function stepOf(req: Request): number | undefined {
  const shown = STEPS_SHOWN.get(fold(req.path));
  if (req.method !== "POST") return shown;
  return shown === 4 && field(req, "isAPIEnable") === "Y" ? 5 : undefined;
}
