import { Router } from "express";
import { isOpen } from "../../domain/api-access.ts";
import { formatIst } from "../../domain/ist.ts";
import type { Taxpayer } from "../../domain/taxpayer.ts";
import type { SendPage } from "../page.ts";
import { MANAGE_API_ACCESS } from "./manage-api-access.ts";
import { toProfile } from "./profile.ts";

const API_ACCESS_DETAILS = "/services/auth/detailedapiaccess/:tabId";

/**
 * The newer page below Manage API Access. Its address and its title are facts (portal §2,
 * confidence A); what stands on it is not known, and ours.
 */
export function apiAccessDetailsPage(send: SendPage): Router {
  const router = Router();
  router.get(API_ACCESS_DETAILS, (req, res, next) => {
    const { portal } = req.world;
    if (!portal.edition.manageApiAccess.details) {
      next();
      return;
    }
    send(req, res, {
      view: "api-access-details",
      title: "API Access Details",
      breadcrumb: [
        ...toProfile,
        { label: "Manage API Access", href: MANAGE_API_ACCESS },
        { label: "API Access Details" },
      ],
      model: { fields: fieldsOf(req.taxpayer, portal.now()) },
    });
  });
  return router;
}

function fieldsOf({ apiAccess }: Taxpayer, now: number) {
  const access = { label: "API Access", value: "Not enabled" };
  if (!apiAccess.chosen || !apiAccess.window) return [access];
  const { duration, since, until } = apiAccess.window;
  const isOn = isOpen(apiAccess, now);
  return [
    { ...access, value: isOn ? "Enabled" : "Ended" },
    { label: "Duration", value: duration },
    { label: "Enabled on", value: formatIst(since) },
    { label: isOn ? "Ends on" : "Ended on", value: formatIst(until) },
  ];
}
