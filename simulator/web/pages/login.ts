import { Router } from "express";
import type { RequestHandler } from "express";
import type { SignInOutcome } from "../../portal/portal.ts";
import { field } from "../form.ts";
import { CHANGE_PASSWORD } from "../middleware/signed-in.ts";
import type { SendPage } from "../page.ts";
import { beginSession } from "../sign-in.ts";

/** What the login page says to a refused sign-in (facts: portal §3.2, §3.3). */
const REFUSALS: Record<
  Exclude<SignInOutcome["verdict"], "right" | "password-expired">,
  string
> = {
  wrong: "Invalid Username or Password. Please try again",
  locked:
    "You have entered a wrong password for 3 consecutive times. Your account has been locked. Kindly access ‘Forgot Password’ link to reset your password",
  // The facts have only the code SWEB_9034; the sentence is a choice.
  cancelled: "The registration of this taxpayer has been cancelled",
};

const MISSING = "Please enter the mandatory fields";

/** The sign-in. `limit` holds back an address that tries too often. */
export function loginPage(send: SendPage, limit: RequestHandler): Router {
  const router = Router();
  router.get("/services/login", (req, res) => send(req, res, page()));
  router.post("/services/login", limit, async (req, res) => {
    const username = field(req, "user_name").trim();
    const password = field(req, "user_pass");
    if (username === "" || password === "") {
      send(req, res, page({ username, fieldError: MISSING }));
      return;
    }
    const outcome = await req.world.portal.signIn(username, password);
    if (!("taxpayer" in outcome)) {
      send(req, res, page({ username, alert: REFUSALS[outcome.verdict] }));
      return;
    }
    await beginSession(req, outcome);
    const expired = outcome.verdict === "password-expired";
    res.redirect(303, expired ? CHANGE_PASSWORD : "/services/auth/");
  });
  return router;
}

interface LoginModel {
  readonly username?: string;
  /** In the strip above the form. */
  readonly alert?: string;
  /** Under each mandatory field that is empty. */
  readonly fieldError?: string;
}

function page(model: LoginModel = {}) {
  const refused = model.alert ?? model.fieldError;
  return {
    view: "login",
    title: "Login",
    status: refused === undefined ? 200 : 422,
    model: {
      username: "",
      alert: "",
      success: "",
      fieldError: "",
      captchaError: "",
      ...model,
    },
  };
}
