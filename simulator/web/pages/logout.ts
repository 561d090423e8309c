import { Router } from "express";
import type { SendPage } from "../page.ts";
import { endSession } from "../sign-in.ts";

/** The sign-out, by GET as on the portal (facts: portal §2). */
export function logoutPage(send: SendPage): Router {
  const router = Router();
  router.get("/services/logout", async (req, res) => {
    await endSession(req, res, "logout");
    send(req, res, { view: "logout", title: "Logout" });
  });
  return router;
}
