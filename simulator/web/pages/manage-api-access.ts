import { Router } from "express";
import type { Request } from "express";
import { confirmation, readChoice, standing } from "../api-access-choice.ts";
import type { WireChoice } from "../api-access-choice.ts";
import { field } from "../form.ts";
import type { Page, SendPage } from "../page.ts";
import { saveSession } from "../session.ts";
import { toProfile } from "./profile.ts";

export const MANAGE_API_ACCESS = "/services/auth/manageapiaccess";

/**
 * The switch. The names and values of its fields are not known (facts: portal §12); they are
 * those of the portal's own XHR call, a choice.
 */
export function manageApiAccessPage(send: SendPage): Router {
  const router = Router();
  router.get(MANAGE_API_ACCESS, (req, res) => {
    const { edition, now } = about(req);
    const { flash } = req.session;
    delete req.session.flash;
    const success = flash ?? "";
    const state = standing(req.taxpayer, edition, now);
    send(req, res, page(req, state, { success }));
  });
  router.post(MANAGE_API_ACCESS, async (req, res) => {
    const { edition, portal } = about(req);
    const sent = {
      isAPIEnable: field(req, "isAPIEnable"),
      exDm: field(req, "exDm"),
    };
    const choice = readChoice(sent, edition);
    if ("sentence" in choice) {
      const { field: wrong, sentence } = choice;
      send(req, res, page(req, sent, { errors: { [wrong]: sentence } }));
      return;
    }
    await portal.changeApiAccess(req.taxpayer.username, choice);
    req.session.flash = confirmation(choice, edition);
    await saveSession(req);
    res.redirect(303, MANAGE_API_ACCESS);
  });
  return router;
}

function about(req: Request) {
  const { portal } = req.world;
  const edition = portal.edition.manageApiAccess;
  return { portal, edition, now: portal.now() };
}

function page(
  req: Request,
  choice: WireChoice,
  {
    success = "",
    errors = {},
  }: {
    success?: string;
    errors?: Partial<Record<keyof WireChoice, string>>;
  },
): Page {
  const isRefused = Object.keys(errors).length > 0;
  return {
    view: "manage-api-access",
    title: "Manage API Access",
    breadcrumb: [...toProfile, { label: "Manage API Access" }],
    status: isRefused ? 422 : 200,
    scripts: req.world.portal.edition.xhr ? ["api-access"] : [],
    model: {
      enable: choice.isAPIEnable,
      minutes: choice.exDm,
      enableError: errors.isAPIEnable ?? "",
      durationError: errors.exDm ?? "",
      success,
    },
  };
}
