import { Router } from "express";
import type { RequestHandler } from "express";
import { financialYears } from "../../domain/return-calendar.ts";
import { signedIn } from "../middleware/signed-in.ts";
import type { SendPage } from "../page.ts";
import { LANDING } from "./landing.ts";

const RETURN_DASHBOARD = "/returns/auth/dashboard";

/** What Return Dashboard and FILE RETURNS open; on the portal it is on `return.gst.gov.in`. */
export function returnDashboardPage(send: SendPage): Router {
  const router = Router();
  router.get(RETURN_DASHBOARD, onlyWhereThereIsOne, signedIn, (req, res) => {
    send(req, res, {
      view: "return-dashboard",
      title: "Returns",
      breadcrumb: [{ label: "Dashboard", href: LANDING }, { label: "Returns" }],
      model: { years: financialYears(req.world.portal.now()) },
    });
  });
  return router;
}

const onlyWhereThereIsOne: RequestHandler = (req, _res, next) => {
  next(req.world.portal.edition.returnDashboard ? undefined : "router");
};
