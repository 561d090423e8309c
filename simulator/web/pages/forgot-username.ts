import { Router } from "express";
import { isGstin } from "../../domain/gstin.ts";
import { field } from "../form.ts";
import type { Page, SendPage } from "../page.ts";

const FORGOT_USERNAME = "/services/forgotusername";

/** Sends the user name to who knows the GSTIN; the steps and texts are a choice. */
export function forgotUsernamePage(send: SendPage): Router {
  const router = Router();
  router.get(FORGOT_USERNAME, (req, res) => send(req, res, page({})));
  router.post(FORGOT_USERNAME, async (req, res) => {
    const gstin = field(req, "gstin").trim();
    if (!isGstin(gstin.toUpperCase())) {
      const error = "Enter a valid GSTIN of 15 characters.";
      send(req, res, page({ gstin, error }));
      return;
    }
    await req.world.portal.recovery.sendUsername(gstin);
    const success = `If ${gstin} is registered, its user name has been sent to the registered Email Address.`;
    send(req, res, page({ success }));
  });
  return router;
}

function page({ gstin = "", error = "", success = "" }): Page {
  return {
    view: "forgot-username",
    title: "Forgot Username",
    status: error === "" ? 200 : 422,
    model: { gstin, error, success },
  };
}
