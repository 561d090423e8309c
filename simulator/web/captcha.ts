import { Router } from "express";
import { playCaptcha } from "./captcha-audio.ts";
import { cookieOf, portalCookie } from "./cookies.ts";

/** Names the CAPTCHA that a browser was shown (facts: portal §3.3). */
export const CAPTCHA_COOKIE = "CaptchaCookie";

/** The CAPTCHA's image, a new one each time, and the sound of the one shown. */
export function captchaFiles(): Router {
  const router = Router();
  router.get("/services/captcha", async (req, res, next) => {
    const { edition, captchas } = req.world.portal;
    if (!edition.login.captcha) {
      next();
      return;
    }
    const { id, captcha } = await captchas.issue(cookieOf(req, CAPTCHA_COOKIE));
    res.cookie(CAPTCHA_COOKIE, id, portalCookie(req));
    // Loaded when one is shown: most simulators never draw any.
    const { drawCaptcha } = await import("./captcha-image.ts");
    res.type("png").send(drawCaptcha(captcha.answer));
  });
  router.get("/services/audiocaptcha", async (req, res, next) => {
    const id = cookieOf(req, CAPTCHA_COOKIE);
    const captcha =
      id === undefined ? undefined : await req.world.portal.captchas.find(id);
    if (!captcha) {
      next();
      return;
    }
    res.type("wav").send(playCaptcha(captcha.answer));
  });
  return router;
}
