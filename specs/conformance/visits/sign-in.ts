import { ONLY_2026 } from "../../contract/clause.ts";
import { brief, holds, listed } from "../finding.ts";
import { exists, hasCursor, rendered, says } from "../looks.ts";
import {
  answerCaptcha,
  credentialsOf,
  sendSignIn,
  signIn,
} from "../run/sign-in.ts";
import { Refused } from "../run/waiting.ts";
import { fields } from "../view/controls.ts";
import type { View } from "../view/view.ts";
import type { Visit } from "../visit.ts";

/** Nobody's user name: a refused sign-in with it can lock no account. */
const NOBODY = { username: "nobody_at_all", password: "Wrong@12345" };

const valueOf = (view: View, label: string) =>
  fields(view, label).map(({ attribs }) => attribs["value"] ?? "");

export const captchaVisit: Visit = {
  sentence: "The login page asks for a CAPTCHA once a user name is typed",
  as: "visitor",
  does: "reads",
  editions: ONLY_2026,
  arrive: async ({ portal }) => {
    await portal.login.open();
    await portal.login.username.pressSequentially(NOBODY.username);
    return undefined;
  },
  looks: {
    "login.captcha-field": (view, { login }) =>
      exists(
        `a field “${login.captchaLabel}”`,
        fields(view, login.captchaLabel),
        view,
        view.seen("input"),
      ),
    "login.captcha-image": (view) => {
      const images = view
        .seen("img")
        .filter(({ attribs }) =>
          /captcha/i.test(`${attribs["id"]} ${attribs["src"]}`),
        );
      const loaded = images.some(
        ({ attribs }) => "data-view-loaded" in attribs,
      );
      return holds(
        loaded,
        "an image of the CAPTCHA",
        images.length > 0 ? "an image that did not load" : "no such image",
      );
    },
    "login.captcha-hint": (view, { login }) => {
      const hints = view
        .seen("input")
        .map(({ attribs }) => attribs["placeholder"] ?? "");
      return holds(
        hints.includes(login.captchaHint),
        `“${login.captchaHint}”`,
        listed(hints),
      );
    },
    "login.captcha-ids": (view) => {
      const ids = ["captcha", "imgCaptcha"].filter(
        (id) => view.seen(`#${id}`).length > 0,
      );
      return holds(ids.length === 2, "captcha, imgCaptcha", listed(ids));
    },
    "login.captcha-buttons": (view) => {
      const seen = view
        .seen("button[ng-click]")
        .map(({ attribs }) => attribs["ng-click"] ?? "");
      const wanted = ["play()", "refreshCaptcha()"];
      const pass = wanted.every((what) => seen.includes(what));
      return holds(pass, listed(wanted), listed(seen));
    },
  },
};

export const emptyFormVisit: Visit = {
  sentence: "The login page refuses an empty form",
  as: "visitor",
  does: "tries",
  arrive: async ({ portal }) => {
    await portal.login.open();
    await portal.login.submit();
    return undefined;
  },
  looks: {
    "login.empty-refused": (view, { login }) => says(view, login.emptyRefused),
  },
};

export const wrongSignInVisit: Visit = {
  sentence: "The login page refuses a wrong user name or password",
  as: "visitor",
  does: "tries",
  arrive: async (browsing) => {
    await sendSignIn(browsing, NOBODY);
    return undefined;
  },
  looks: {
    "login.wrong-refused": (view, { login }) => says(view, login.wrongRefused),
    "login.refused-keeps-username": (view) => {
      const values = valueOf(view, "Username");
      return holds(
        values.includes(NOBODY.username),
        NOBODY.username,
        listed(values),
      );
    },
    "login.refused-clears-password": (view, { login }) => {
      const filled = fields(view, "Password").some(
        ({ attribs }) => "data-view-filled" in attribs,
      );
      return holds(
        view.says(login.wrongRefused) && !filled,
        "an empty password after the refusal",
        filled ? "a password" : brief(view.text),
      );
    },
    "login.refused-clears-captcha": (view, { login }) => {
      const typed = valueOf(view, login.captchaLabel).filter(Boolean);
      return holds(
        view.says(login.wrongRefused) && typed.length === 0,
        "an empty CAPTCHA after the refusal",
        typed.length > 0 ? listed(typed) : brief(view.text),
      );
    },
    "login.refused-cursor": rendered((view) =>
      hasCursor("Password", fields(view, "Password")),
    ),
  },
};

export const wrongCaptchaVisit: Visit = {
  sentence: "The login page refuses a wrong CAPTCHA",
  as: "visitor",
  does: "tries",
  editions: ONLY_2026,
  arrive: async ({ portal, target }) => {
    await portal.login.open();
    await portal.login.fill(NOBODY);
    const digits = target.credentials?.captcha;
    await portal.login.captcha.fill(digits === "000000" ? "111111" : "000000");
    await portal.login.submit();
    return undefined;
  },
  looks: {
    "login.wrong-captcha": (view, { login }) => says(view, login.wrongCaptcha),
  },
};

export const lockVisit: Visit = {
  sentence: "The login page locks an account at the third wrong password",
  as: "visitor",
  does: "locks",
  arrive: async (browsing) => {
    const { portal, settle } = browsing;
    await portal.login.open();
    for (let time = 0; time < 3; time += 1) {
      await portal.login.fill({
        ...credentialsOf(browsing),
        password: NOBODY.password,
      });
      await answerCaptcha(browsing);
      await portal.login.submit();
      await settle();
    }
    return undefined;
  },
  looks: { "login.locks": (view, { login }) => says(view, login.locked) },
};

export const signInVisit: Visit = {
  sentence: "The right user name and password lead to the home screen",
  as: "visitor",
  does: "reads",
  arrive: async (browsing) => {
    try {
      await signIn(browsing);
    } catch (error) {
      // What the portal showed instead is for the look to tell.
      if (!(error instanceof Refused)) throw error;
    }
    return undefined;
  },
  looks: {
    "login.leads-home": (view) => {
      const path = view.address?.pathname ?? "";
      const pass =
        path.startsWith("/services/auth/") && view.says("to GST Common Portal");
      return holds(
        pass,
        "the home screen, below /services/auth/",
        `${path}: ${brief(view.text)}`,
      );
    },
  },
};
