import { Router } from "express";
import type { SendPage } from "../page.ts";

export const LANDING = "/services/auth/fowelcome";

/**
 * Where a sign-in leads. Its address in 2017 is not known; that it is today's is a choice
 * (facts: portal §11).
 */
export function landingPage(send: SendPage): Router {
  const router = Router();
  router.get(["/services/auth", "/services/auth/dashboard"], (_req, res) =>
    res.redirect(302, LANDING),
  );
  router.get(LANDING, (req, res) => {
    send(req, res, {
      view: "welcome",
      title: "Dashboard",
      breadcrumb: [{ label: "Dashboard" }],
      model: {
        ip: addressOf(req.ip),
      },
    });
  });
  return router;
}

/** IPv4 addresses as people know them, also where the socket speaks IPv6. */
function addressOf(ip: string | undefined): string {
  return (ip ?? "").replace(/^::ffff:/, "");
}
