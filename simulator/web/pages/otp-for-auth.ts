import { Router } from "express";
import { field } from "../form.ts";
import type { Page, SendPage } from "../page.ts";
import { confirmDevice } from "../sign-in.ts";
import { OTP_FOR_AUTH, SIGN_IN_ANSWERS } from "../sign-in-answers.ts";

/** The second step of a sign-in with a new device (facts: portal §3.4). */
export function otpForAuthPage(send: SendPage): Router {
  const router = Router();
  router.get(OTP_FOR_AUTH, (req, res) => {
    if (req.session.awaitingOtp === undefined) {
      res.redirect(302, "/services/login");
    } else {
      send(req, res, page());
    }
  });
  router.post(OTP_FOR_AUTH, async (req, res) => {
    const verdict = await confirmDevice(req, res, field(req, "otp").trim());
    if (verdict === "wrong-otp") {
      send(req, res, page(true));
      return;
    }
    const next =
      verdict === "right"
        ? "/services/auth/"
        : (SIGN_IN_ANSWERS[verdict].leadsTo ?? "/services/login");
    res.redirect(303, next);
  });
  return router;
}

function page(isWrong = false): Page {
  return {
    view: "otp-for-auth",
    title: "OTP",
    status: isWrong ? 422 : 200,
    model: { isWrong },
  };
}
