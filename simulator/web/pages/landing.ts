import { Router } from "express";
import type { Request } from "express";
import { formatIst } from "../../domain/ist.ts";
import { POPUP_WINDOWS } from "../../domain/popups.ts";
import { quarterOf, returnCalendar } from "../../domain/return-calendar.ts";
import { allowHandlers } from "../middleware/security-headers.ts";
import type { SendPage } from "../page.ts";

export const LANDING = "/services/auth/fowelcome";
const DASHBOARD = "/services/auth/dashboard";

/**
 * Where a sign-in leads. Its address in 2017 is not known; that it is today's is a choice
 * (facts: portal §11).
 */
export function landingPage(send: SendPage): Router {
  const router = Router();
  router.get("/services/auth", (_req, res) => res.redirect(302, LANDING));
  router.get(LANDING, (req, res) => {
    const { landing } = req.world.portal.edition;
    const marks = landing.buttons.flatMap(({ mark }) => mark ?? []);
    allowHandlers(res, marks.map(inert));
    const popups = req.taxpayer.popups.map((popup) => POPUP_WINDOWS[popup]);
    send(req, res, {
      view: "welcome",
      title: "Dashboard",
      breadcrumb: [{ label: "Dashboard" }],
      scripts: popups.length > 0 ? ["popups"] : [],
      model: {
        popups,
        ip: addressOf(req.ip),
        inert,
        returns: landing.returnStatus && returnStatus(req),
      },
    });
  });
  router.get(DASHBOARD, (req, res) => {
    const { portal } = req.world;
    if (!portal.edition.dashboard) {
      res.redirect(302, LANDING);
      return;
    }
    const [today] = formatIst(portal.now()).split(" ");
    send(req, res, {
      view: "dashboard",
      title: "Dashboard",
      breadcrumb: [{ label: "Dashboard" }],
      model: { today },
    });
  });
  return router;
}

/**
 * The handler that holds a button's mark. Scripts find the button by it; it does nothing, as
 * the button's form leads on, also without a script and to wherever the address is served.
 */
function inert(mark: string): string {
  return `'${mark}'`;
}

function returnStatus(req: Request) {
  const now = req.world.portal.now();
  return { quarter: quarterOf(now), calendar: returnCalendar(now) };
}

/** IPv4 addresses as people know them, also where the socket speaks IPv6. */
function addressOf(ip: string | undefined): string {
  return (ip ?? "").replace(/^::ffff:/, "");
}
