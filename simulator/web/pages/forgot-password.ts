import { Router } from "express";
import type { Request } from "express";
import type { ResetOutcome } from "../../portal/recovery.ts";
import { field } from "../form.ts";
import type { Page, SendPage } from "../page.ts";
import { saveSession } from "../session.ts";
import { NOT_THE_SAME, UNACCEPTABLE } from "./change-password.ts";

const FORGOT_PASSWORD = "/services/forgotpassword";
const NEW_PASSWORD = "/services/forgotpassword/newpassword";

/**
 * A new password for who has lost the old one or is locked out, by a one-time password; the
 * steps and texts are a choice.
 */
export function forgotPasswordPage(send: SendPage): Router {
  const router = Router();
  router.get(FORGOT_PASSWORD, (req, res) => send(req, res, askName()));
  router.post(FORGOT_PASSWORD, async (req, res) => {
    const username = field(req, "user_name").trim();
    if (username === "") {
      send(req, res, askName("Please enter the mandatory fields"));
      return;
    }
    await req.world.portal.recovery.startReset(username);
    req.session.resetting = username;
    await saveSession(req);
    res.redirect(303, NEW_PASSWORD);
  });
  router.get(NEW_PASSWORD, (req, res) => {
    if (req.session.resetting === undefined) res.redirect(302, FORGOT_PASSWORD);
    else send(req, res, askPassword());
  });
  router.post(NEW_PASSWORD, async (req, res) => {
    const username = req.session.resetting;
    if (username === undefined) {
      res.redirect(303, FORGOT_PASSWORD);
      return;
    }
    const error = await reset(req, username);
    if (error !== undefined) {
      send(req, res, askPassword(error));
      return;
    }
    delete req.session.resetting;
    req.session.flash = "Your password has been changed. You can log in now.";
    await saveSession(req);
    res.redirect(303, "/services/login");
  });
  return router;
}

/** Sets the password, or says what is wrong. */
async function reset(
  req: Request,
  username: string,
): Promise<string | undefined> {
  const password = field(req, "new_pass");
  if (password !== field(req, "confirm_pass")) return NOT_THE_SAME;
  const outcome = await req.world.portal.recovery.finishReset(
    username,
    field(req, "otp").trim(),
    password,
  );
  return REFUSALS[outcome];
}

const REFUSALS: Readonly<Record<ResetOutcome, string | undefined>> = {
  changed: undefined,
  unacceptable: UNACCEPTABLE,
  "wrong-otp": "OTP is Incorrect.",
};

function askName(error = ""): Page {
  return {
    view: "forgot-password",
    title: "Forgot Password",
    status: error === "" ? 200 : 422,
    model: { error },
  };
}

function askPassword(error = ""): Page {
  return {
    view: "new-password",
    title: "Forgot Password",
    status: error === "" ? 200 : 422,
    model: { error },
  };
}
