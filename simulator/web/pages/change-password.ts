import { Router } from "express";
import type { PasswordChangeOutcome } from "../../domain/password.ts";
import { field } from "../form.ts";
import { CHANGE_PASSWORD } from "../middleware/signed-in.ts";
import type { SendPage } from "../page.ts";
import { saveSession } from "../session.ts";
import { toProfile } from "./profile.ts";

export const NOT_THE_SAME = "The new password was not typed the same twice.";
export const UNACCEPTABLE =
  "The new password must have 8 to 15 characters, with an upper and a lower case letter, a digit and a special character.";

/** What is wrong with a change that was refused; the sentences are a choice. */
const REFUSALS: Record<Exclude<PasswordChangeOutcome, "changed">, string> = {
  "wrong-password": "The old password is not right.",
  unacceptable: UNACCEPTABLE,
  unchanged: "The new password must differ from the old one.",
};

const EXPIRED = "Your password has been expired. Kindly change your password.";

/** Open to everyone who is signed in; the only page for whose password has expired. */
export function changePasswordPage(send: SendPage): Router {
  const router = Router();
  const page = (error = "", expired = false) => ({
    view: "change-password",
    title: "Change Password",
    breadcrumb: [...toProfile, { label: "Change Password" }],
    status: error === "" ? 200 : 422,
    model: { error, success: "", expiredText: expired ? EXPIRED : "" },
  });
  router.get(CHANGE_PASSWORD, (req, res) => {
    const { flash = "", mustChangePassword } = req.session;
    delete req.session.flash;
    const shown = page("", mustChangePassword);
    send(req, res, { ...shown, model: { ...shown.model, success: flash } });
  });
  router.post(CHANGE_PASSWORD, async (req, res) => {
    const { mustChangePassword } = req.session;
    const [current, next] = [field(req, "old_pass"), field(req, "new_pass")];
    if (next !== field(req, "confirm_pass")) {
      send(req, res, page(NOT_THE_SAME, mustChangePassword));
      return;
    }
    const { username } = req.taxpayer;
    const outcome = await req.world.portal.changePassword(
      username,
      current,
      next,
    );
    if (outcome !== "changed") {
      send(req, res, page(REFUSALS[outcome], mustChangePassword));
      return;
    }
    delete req.session.mustChangePassword;
    req.session.flash = "Your password has been changed.";
    await saveSession(req);
    res.redirect(303, CHANGE_PASSWORD);
  });
  return router;
}
