import { Router } from "express";
import type { Request } from "express";
import type { SendPage } from "../page.ts";

/** The sign-out, by GET as on the portal (facts: portal §2). */
export function logoutPage(send: SendPage): Router {
  const router = Router();
  router.get("/services/logout", async (req, res) => {
    const { username } = req.session;
    if (username !== undefined) {
      await req.world.portal.signedOut(username);
      await new Promise<void>((resolve, reject) => {
        req.session.destroy((error?: Error) =>
          error ? reject(error) : resolve(),
        );
      });
      res.clearCookie("AuthToken");
      delete (req as Partial<Request>).taxpayer;
    }
    send(req, res, { view: "logout", title: "Logout" });
  });
  return router;
}
