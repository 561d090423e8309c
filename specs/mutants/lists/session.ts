import { ONLY_2026 } from "../../contract/clause.ts";
import {
  attributed,
  edited,
  led,
  reworded,
  rewritten,
  without,
} from "../change.ts";
import type { Change } from "../change.ts";
import { mutant } from "../mutant.ts";
import { inListOf } from "./in-list-of.ts";

const WELCOME = "/services/auth/fowelcome";
const LOGOUT = "/services/logout";
const MENU = "#myPrflDis";

/** The portal hears of a call from nobody, and the browser keeps its cookies. */
const unheard =
  (path: string): Change =>
  async (call, ask) => {
    if (call.path !== path) return ask(call);
    const answer = await ask({ ...call, headers: {} });
    const { "set-cookie": _, ...headers } = answer.headers;
    return { ...answer, headers };
  };

/** Being signed in, and no longer. */
export const sessionMutants = [
  mutant(
    "session.denied session.logout-ends",
    "who is not signed in is not told so",
    reworded("Access Denied!", "Sorry!"),
  ),
  mutant(
    "session.denied session.logout-ends",
    "who is not signed in is led to the login page",
    led(/accessdenied/, "/services/login"),
  ),
  mutant(
    "session.denied session.logout-ends",
    "who is not signed in sees Manage API Access",
    rewritten(/accessdenied/, (html) =>
      html.replace("</footer>", "<p>Enable API Request</p></footer>"),
    ),
  ),
  mutant(
    "session.denied-text",
    "Access Denied does not say why",
    reworded(/Your session is expired or/g, ""),
  ),
  mutant(
    "session.denied-text",
    "Access Denied leads nowhere",
    without(/accessdenied/, "a[href*=login]"),
  ),
  ...inListOf({
    clause: "session.menu",
    at: WELCOME,
    selector: MENU,
    item: "li",
    named: "a",
    texts: ({ session }) => session.menu,
    editions: ONLY_2026,
  }),
  mutant(
    "session.menu",
    "the menu does not open",
    attributed(WELCOME, "[data-toggle]", { "data-toggle": "no" }),
    ONLY_2026,
  ),
  mutant(
    "session.menu-last-login",
    "the menu does not tell the last login",
    without(WELCOME, ".lst-log"),
    ONLY_2026,
  ),
  mutant(
    "session.menu-last-login",
    "the menu tells the last login without its zone",
    edited(WELCOME, ($) => {
      $(".lst-log-dt").text($(".lst-log-dt").text().replace("IST", ""));
    }),
    ONLY_2026,
  ),
  mutant(
    "session.menu-leads-to-profile",
    "My Profile leads to the home screen",
    attributed(WELCOME, `${MENU} a[href$=myprofile]`, { href: WELCOME }),
    ONLY_2026,
  ),
  mutant(
    "session.logout",
    "the logout is not confirmed",
    reworded("You have successfully logged out of GST Portal", "Good bye"),
  ),
  mutant(
    "session.logout",
    "the logout leads to the login page",
    led(LOGOUT, "/services/login"),
  ),
  mutant("session.logout-ends", "the logout ends nothing", unheard(LOGOUT)),
];
