import { Router } from "express";
import type { RequestHandler } from "express";
import { field } from "../form.ts";
import { LANDING } from "../pages/landing.ts";
import { MANAGE_API_ACCESS } from "../pages/manage-api-access.ts";
import { PROFILE } from "../pages/profile.ts";

/**
 * Notes which of the guide's steps a signed-in taxpayer's request shows. That Yes is chosen
 * is seen only when the form is sent, as nothing of a page's fields comes here before.
 */
export function noteProgress(): Router {
  const router = Router();
  router.get(LANDING, reached(2));
  router.get(PROFILE, reached(3));
  router.get(MANAGE_API_ACCESS, reached(4));
  router.post(MANAGE_API_ACCESS, (req, res, next) =>
    field(req, "isAPIEnable") === "Y" ? reached(5)(req, res, next) : next(),
  );
  return router;
}

function reached(step: number): RequestHandler {
  return async (req, _res, next) => {
    await req.world.portal.progress.reached(req.taxpayer.username, step);
    next();
  };
}
