import { holds, listed } from "../finding.ts";
import { at, exists, hasCursor, marked, rendered, says } from "../looks.ts";
import { buttons, fields, links } from "../view/controls.ts";
import { headings, named } from "../view/places.ts";
import { isSeen } from "../view/seen.ts";
import { same } from "../view/text.ts";
import type { View } from "../view/view.ts";
import type { Visit } from "../visit.ts";

const link = (view: View, text: string) =>
  exists(`a link “${text}”`, named(view, links(view), text), view, links(view));

const hrefs = (view: View) =>
  links(view).map((element) => element.attribs["href"] ?? "");

/** Step 1 of the guide: the login page that nobody has touched. */
export const loginVisit: Visit = {
  sentence: "The login page opens as the guide shows it",
  as: "visitor",
  does: "reads",
  page: "login",
  arrive: async ({ portal }) => {
    await portal.login.open();
    return undefined;
  },
  looks: {
    "login.address": at("/services/login"),
    "login.title": (view, { login }) =>
      holds(same(view.title, login.title), login.title, view.title),
    "login.heading": (view) =>
      exists("the heading “Login”", headings(view, "Login"), view, []),
    "login.mandatory-note": (view) => says(view, "indicates mandatory fields"),
    "login.username": (view) => {
      const found = fields(view, "Username").filter(
        ({ attribs }) => (attribs["type"] ?? "text") !== "password",
      );
      return exists("a text field “Username”", found, view, view.seen("input"));
    },
    "login.username-marked": (view) =>
      marked(view, "Username", fields(view, "Username")),
    "login.password": (view) => {
      const found = fields(view, "Password");
      const types = found.map(({ attribs }) => attribs["type"] ?? "text");
      return holds(
        types.includes("password"),
        "a field “Password” of type password",
        found.length > 0 ? `a field of type ${types.join()}` : "no such field",
      );
    },
    "login.password-marked": (view) =>
      marked(view, "Password", fields(view, "Password")),
    "login.button": (view) =>
      exists(
        "a button “Login”",
        named(view, buttons(view), "Login"),
        view,
        buttons(view),
      ),
    "login.forgot-username": (view) => link(view, "Forgot Username"),
    "login.forgot-password": (view) => link(view, "Forgot Password"),
    "login.first-time": (view, { login }) => says(view, login.firstTime),
    "login.first-time-link": (view) => link(view, "here"),
    "login.link-addresses": (view) =>
      holds(
        ["forgotusername", "forgotpassword", "newlogin"].every((end) =>
          hrefs(view).some((href) => href.endsWith(`/services/${end}`)),
        ),
        "the portal's three addresses",
        listed(hrefs(view)),
      ),
    "login.no-captcha-yet": rendered((view, { login }) => {
      const asked =
        view.says(login.captchaLabel) || view.seen("#captcha").length > 0;
      return holds(!asked, "no CAPTCHA", asked ? "a CAPTCHA" : "no CAPTCHA");
    }),
    "login.ids": (view) => {
      const ids = ["username", "user_pass"].filter(
        (id) => view.seen(`#${id}`).length > 0,
      );
      return holds(ids.length === 2, "username, user_pass", listed(ids));
    },
    "login.placeholders": (view) => {
      const hints = view
        .seen("input")
        .map(({ attribs }) => attribs["placeholder"] ?? "");
      const wanted = ["Enter Username", "Enter Password"];
      const pass = wanted.every((hint) => hints.some((is) => same(is, hint)));
      return holds(pass, listed(wanted), listed(hints.filter(Boolean)));
    },
    "login.cursor": rendered((view) =>
      hasCursor("Username", fields(view, "Username")),
    ),
    "login.max-length": (view) => {
      const longest = ["Username", "Password"].map((label) =>
        fields(view, label).map(({ attribs }) => attribs["maxlength"] ?? ""),
      );
      return holds(
        longest.every((lengths) => lengths.includes("15")),
        listed(["15", "15"]),
        listed(longest.flat()),
      );
    },
    "login.decoy": (view) => {
      const all = view.$("input[name=user_pass]").toArray();
      const seen = all.map((element) => isSeen(element));
      return holds(
        seen[0] === false && seen.lastIndexOf(true) > 0,
        "a hidden one, then the real one",
        `${seen.length} of that name`,
      );
    },
  },
};

/** The portal's root. */
export const rootVisit: Visit = {
  sentence: "The portal's root leads to the login page",
  as: "visitor",
  does: "reads",
  arrive: async ({ page, url }) => {
    await page.goto(new URL("/", url).href);
    return undefined;
  },
  looks: { "login.from-root": at("/services/login") },
};
