import { Router } from "express";
import type { Request, RequestHandler } from "express";
import { field } from "../form.ts";
import type { Page, SendPage } from "../page.ts";
import { endSession, signIn } from "../sign-in.ts";
import { SIGN_IN_ANSWERS } from "../sign-in-answers.ts";

const MISSING = "Please enter the mandatory fields";

/** The sign-in. `limit` holds back an address that tries too often. */
export function loginPage(send: SendPage, limit: RequestHandler): Router {
  const router = Router();
  router.get("/services/login", async (req, res) => {
    const { session } = req.world.portal.edition;
    if (session.endedByLoginPage) {
      await endSession(req, res, "logout", true);
    }
    const { flash } = req.session;
    delete req.session.flash;
    send(req, res, page(req, { success: flash ?? "" }));
  });
  router.post("/services/login", limit, async (req, res) => {
    const credentials = {
      username: field(req, "user_name").trim(),
      password: field(req, "user_pass"),
      captcha: field(req, "captcha"),
    };
    const { username, password } = credentials;
    if (username === "" || password === "") {
      send(req, res, page(req, { username, fieldError: MISSING }));
      return;
    }
    const verdict = await signIn(req, res, credentials);
    if (verdict === "right") {
      res.redirect(303, "/services/auth/");
      return;
    }
    const { leadsTo, ...answer } = SIGN_IN_ANSWERS[verdict];
    if (leadsTo === undefined)
      send(req, res, page(req, { username, ...answer }));
    else res.redirect(303, leadsTo);
  });
  return router;
}

/** For the page's script, which is told the code alone. */
const ANSWERS_BY_CODE = Object.fromEntries(
  Object.values(SIGN_IN_ANSWERS).map((answer) => [answer.code, answer]),
);

interface LoginModel {
  readonly username?: string;
  readonly success?: string;
  /** In the strip above the form. */
  readonly alert?: string;
  /** Under each mandatory field that is empty. */
  readonly fieldError?: string;
  readonly captchaError?: string;
}

function page(req: Request, model: LoginModel = {}): Page {
  const { xhr } = req.world.portal.edition;
  const isRefused = [model.alert, model.fieldError, model.captchaError].some(
    (text) => text !== undefined,
  );
  return {
    view: "login",
    title: "Login",
    status: isRefused ? 422 : 200,
    scripts: xhr ? ["login"] : [],
    model: {
      username: "",
      alert: "",
      success: "",
      fieldError: "",
      captchaError: "",
      answersByCode: ANSWERS_BY_CODE,
      ...model,
    },
  };
}
