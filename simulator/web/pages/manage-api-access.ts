import { Router } from "express";
import type { Request } from "express";
import type { ApiAccessChoice } from "../../domain/api-access.ts";
import { isOpen } from "../../domain/api-access.ts";
import type { Edition } from "../../domain/editions.ts";
import { field } from "../form.ts";
import type { Page, SendPage } from "../page.ts";
import { toProfile } from "./profile.ts";

export const MANAGE_API_ACCESS = "/services/auth/manageapiaccess";

/**
 * The switch. The names and values of its fields are not known (facts: portal §12); they are
 * those of the portal's own XHR call, a choice: `isAPIEnable` Y or N, `exDm` in minutes.
 */
export function manageApiAccessPage(send: SendPage): Router {
  const router = Router();
  router.get(MANAGE_API_ACCESS, (req, res) => {
    const { flash } = req.session;
    delete req.session.flash;
    send(req, res, page(req, { ...currentState(req), success: flash ?? "" }));
  });
  router.post(MANAGE_API_ACCESS, async (req, res) => {
    const { manageApiAccess } = req.world.portal.edition;
    const parsed = parseChoice(req, manageApiAccess);
    if ("model" in parsed) {
      send(req, res, page(req, parsed.model, 422));
      return;
    }
    const { choice } = parsed;
    await req.world.portal.changeApiAccess(req.taxpayer.username, choice);
    req.session.flash = choice.enable
      ? manageApiAccess.enabledText(choice.duration.label)
      : manageApiAccess.disabledText;
    res.redirect(303, MANAGE_API_ACCESS);
  });
  return router;
}

/** What the form shows. */
interface FormModel {
  readonly enable: "Y" | "N" | "";
  /** The minutes of the chosen duration. */
  readonly minutes: string;
  readonly enableError?: string;
  readonly durationError?: string;
  readonly success?: string;
}

/** Neither radio for who never chose, No once a window has run out (design 1.9). */
function currentState(req: Request): FormModel {
  const { apiAccess } = req.taxpayer;
  if (!apiAccess.chosen) return { enable: "", minutes: "" };
  if (!isOpen(apiAccess, req.world.portal.now())) {
    return { enable: "N", minutes: "" };
  }
  const { durations } = req.world.portal.edition.manageApiAccess;
  const open = durations.find(
    ({ label }) => label === apiAccess.window?.duration,
  );
  return { enable: "Y", minutes: String(open?.minutes ?? "") };
}

/** The choice in a posted form, or the form again with one sentence beside what is wrong. */
function parseChoice(
  req: Request,
  { durations }: Edition["manageApiAccess"],
): { choice: ApiAccessChoice } | { model: FormModel } {
  const enable = field(req, "isAPIEnable");
  const minutes = field(req, "exDm");
  if (enable === "N") return { choice: { enable: false } };
  if (enable !== "Y") {
    return {
      model: { enable: "", minutes, enableError: "Please select Yes or No." },
    };
  }
  const duration = durations.find(
    (offered) => String(offered.minutes) === minutes,
  );
  if (duration) return { choice: { enable: true, duration } };
  const labels = durations.map(({ label }) => label).join(", ");
  return {
    model: {
      enable,
      minutes: "",
      durationError: `Please select the duration: ${labels}.`,
    },
  };
}

function page(req: Request, model: FormModel, status = 200): Page {
  return {
    view: "manage-api-access",
    title: "Manage API Access",
    breadcrumb: [...toProfile, { label: "Manage API Access" }],
    status,
    model: { enableError: "", durationError: "", success: "", ...model },
  };
}
