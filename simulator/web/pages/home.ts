import { Router } from "express";
import { hostnameOf } from "../addresses.ts";
import type { SendPage } from "../page.ts";

/** The page of `www.gst.gov.in`, from which people come to the login page; elsewhere `/` is that. */
export function homePage(send: SendPage): Router {
  const router = Router();
  router.get(["/", "/home"], (req, res) => {
    const isHome = req.path !== "/" || hostnameOf(req) === "www.gst.gov.in";
    if (isHome) send(req, res, { view: "home", title: "Home" });
    else res.redirect(302, "/services/login");
  });
  return router;
}
