import { ONLY_2017, ONLY_2026 } from "../../contract/clause.ts";
import {
  all,
  appended,
  attributed,
  edited,
  led,
  moved,
  relabelled,
  reworded,
  scripted,
  without,
} from "../change.ts";
import { mutant } from "../mutant.ts";

const AT = "/services/login";
const USERNAME = "label[for=username]";
const PASSWORD = "label[for=user_pass]";
const BUTTON = "form[name=loginform] button[type=submit]";

/** A link that is none any more. */
const unlinked = (selector: string) =>
  edited(AT, ($) => {
    $(selector).replaceWith(`<span>${$(selector).text()}</span>`);
  });

/** Step 1: the login page as it opens. */
export const loginMutants = [
  mutant(
    "login.cursor",
    "the cursor stands nowhere",
    attributed(AT, "#username", { autofocus: null }),
  ),
  mutant("login.address", "it is elsewhere", moved(AT, "/services/signin")),
  mutant(
    "login.from-root",
    "the root leads elsewhere",
    led("/", "/services/newlogin"),
  ),
  mutant(
    "login.title",
    "its title is another",
    relabelled(AT, "title", "Sign in"),
  ),
  mutant(
    "login.heading",
    "it is headed otherwise",
    relabelled(AT, "h4", "Sign in"),
  ),
  mutant("login.heading", "it has no heading", without(AT, "h4")),
  mutant(
    "login.heading",
    "its heading is a label of a field",
    edited(AT, ($) => {
      $("h4").remove();
      $(USERNAME).before("<label>Login</label>");
    }),
  ),
  mutant(
    "login.mandatory-note",
    "it has no note on the mark",
    without(AT, ".mand-text"),
  ),
  mutant(
    "login.mandatory-note",
    "its note on the mark is another",
    relabelled(AT, ".mand-text", "must be filled in"),
  ),
  mutant(
    "login.username",
    "it asks for a user ID",
    relabelled(AT, USERNAME, "User ID"),
  ),
  mutant("login.username", "it has no user name", without(AT, "#username")),
  mutant(
    "login.username",
    "what is typed as user name is hidden",
    attributed(AT, "#username", { type: "password" }),
  ),
  mutant(
    "login.username",
    "the user name's label belongs to nothing",
    attributed(AT, USERNAME, { for: "nothing" }),
  ),
  mutant(
    "login.username-marked",
    "the user name carries no mark",
    attributed(AT, USERNAME, { class: "reg" }),
  ),
  mutant(
    "login.password",
    "it asks for a PIN",
    relabelled(AT, PASSWORD, "PIN"),
  ),
  mutant("login.password", "it has no password", without(AT, "#user_pass")),
  mutant(
    "login.password",
    "the password can be read",
    attributed(AT, "#user_pass", { type: "text" }),
  ),
  mutant(
    "login.password-marked",
    "the password carries no mark",
    attributed(AT, PASSWORD, { class: "reg" }),
  ),
  mutant(
    "login.button",
    "its button says Sign in",
    relabelled(AT, BUTTON, "Sign in"),
  ),
  mutant("login.button", "it has no button", without(AT, BUTTON)),
  mutant(
    "login.button",
    "its button is text",
    edited(AT, ($) => {
      $(BUTTON).replaceWith("<span>Login</span>");
    }),
  ),
  ...["Username", "Password"].flatMap((what) => {
    const clause = `login.forgot-${what.toLowerCase()}`;
    const link = `a[href$=forgot${what.toLowerCase()}]`;
    return [
      mutant(clause, `Forgot ${what} is missing`, without(AT, link)),
      mutant(clause, `Forgot ${what} is text`, unlinked(link)),
      mutant(
        clause,
        `Forgot ${what} is called otherwise`,
        relabelled(AT, link, `Lost ${what}`),
      ),
    ];
  }),
  mutant(
    "login.first-time",
    "the line on the first login is missing",
    without(AT, ".first-time"),
  ),
  mutant(
    "login.first-time",
    "the line on the first login is another",
    reworded("If you are logging in for the first time", "If you are new"),
  ),
  mutant("login.first-time-link", "“here” is text", unlinked(".first-time a")),
  mutant(
    "login.no-captcha-yet",
    "the untouched form asks for a CAPTCHA",
    scripted(
      AT,
      `document.querySelector("#username").dispatchEvent(new Event("input"))`,
    ),
    ONLY_2026,
  ),
  mutant(
    "login.no-captcha-yet",
    "the form has a CAPTCHA",
    appended(
      AT,
      "form[name=loginform]",
      `<label>Type the characters you see in the image below <input id="captcha"></label>`,
    ),
    ONLY_2017,
  ),
  mutant(
    "login.placeholders",
    "the fields hint at nothing",
    all(
      attributed(AT, "#username", { placeholder: null }),
      attributed(AT, "#user_pass", { placeholder: null }),
    ),
  ),
];
