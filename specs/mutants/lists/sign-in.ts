import { BOTH, ONLY_2017, ONLY_2026 } from "../../contract/clause.ts";
import {
  all,
  attributed,
  edited,
  led,
  moved,
  reworded,
  rewritten,
  sent,
  told,
  without,
} from "../change.ts";
import type { Call } from "../change.ts";
import { mutant } from "../mutant.ts";

const AT = "/services/login";
const SCRIPT = /^\/assets\/\w+\/login\.js$/;
const CALL = "/services/authenticate";

/** Another user name, password or CAPTCHA reaches the portal than was typed. */
const signedIn = (fields: Call["fields"]) =>
  sent(/^\/services\/(login|authenticate)$/, (typed) => {
    const { username = "", password = "", ...rest } = fields;
    return {
      ...typed,
      ...(username && { username, user_name: username }),
      ...(password && { password, user_pass: password }),
      ...rest,
    };
  });

const RIGHT = { username: "never_enabled", password: "Simulator@1" };

/** The script of the login page does something more, or less. */
const scriptSays = (from: string, to: string) =>
  rewritten(SCRIPT, (script) => script.replace(from, to));

const texts = [
  [
    "login.empty-refused",
    "Please enter the mandatory fields",
    "an empty form",
    BOTH,
  ],
  [
    "login.wrong-refused",
    "Invalid Username or Password. Please try again",
    "a wrong password",
    BOTH,
  ],
  [
    "login.wrong-captcha",
    "Enter valid Letters shown",
    "a wrong CAPTCHA",
    ONLY_2026,
  ],
  [
    "login.locks",
    "Your account has been locked",
    "the third wrong password",
    BOTH,
  ],
] as const;

/** Step 1: what the login page does. */
export const signInMutants = [
  ...texts.flatMap(([clause, text, what, editions]) => [
    mutant(
      clause,
      `${what} is answered otherwise`,
      reworded(text, "Something is wrong"),
      editions,
    ),
    mutant(
      clause,
      `${what} is answered by nothing`,
      reworded(text, ""),
      editions,
    ),
  ]),
  mutant(
    "login.captcha-field",
    "no CAPTCHA is asked for",
    without(AT, "#captcha-input"),
    ONLY_2026,
  ),
  mutant(
    "login.captcha-field",
    "the CAPTCHA's field is called otherwise",
    reworded("Type the characters you see in the image below", "CAPTCHA"),
    ONLY_2026,
  ),
  mutant(
    "login.captcha-image",
    "the CAPTCHA has no image",
    without(AT, "#captcha-image"),
    ONLY_2026,
  ),
  mutant(
    "login.captcha-image",
    "the CAPTCHA's image does not load",
    led(/^\/services\/captcha\b/, "/assets/portal.css"),
    ONLY_2026,
  ),
  mutant(
    "login.captcha-hint",
    "the CAPTCHA's field hints at nothing",
    reworded("Enter Characters shown below", ""),
    ONLY_2026,
  ),
  mutant(
    "login.wrong-refused",
    "any password will do",
    signedIn({ ...RIGHT, captcha: "246810" }),
  ),
  mutant(
    "login.wrong-captcha",
    "any CAPTCHA will do",
    signedIn({ captcha: "246810" }),
    ONLY_2026,
  ),
  mutant(
    "login.refused-keeps-username",
    "a refused form forgets the user name",
    attributed(AT, "#username", { value: "" }),
    ONLY_2017,
  ),
  mutant(
    "login.refused-keeps-username",
    "a refused form forgets the user name",
    scriptSays(`password.value = "";`, `password.value = username.value = "";`),
    ONLY_2026,
  ),
  mutant(
    "login.refused-clears-password",
    "a refused form keeps the password",
    attributed(AT, "#user_pass", { value: "Wrong@12345" }),
    ONLY_2017,
  ),
  mutant(
    "login.refused-clears-password",
    "a refused form keeps the password",
    scriptSays(`password.value = "";`, ""),
    ONLY_2026,
  ),
  mutant(
    "login.refused-clears-captcha",
    "a refused form keeps the CAPTCHA",
    scriptSays(`if (typed) typed.value = "";`, ""),
    ONLY_2026,
  ),
  mutant(
    "login.refused-cursor",
    "a refused form leaves the cursor where it was",
    scriptSays("password.focus();", ""),
    ONLY_2026,
  ),
  mutant(
    "login.locks",
    "an account is never locked",
    signedIn({ username: "nobody_at_all" }),
  ),
  mutant(
    "login.leads-home",
    "the right password is refused",
    signedIn({ password: "Wrong@12345" }),
  ),
  mutant(
    "login.leads-home",
    "the right password leads to the login page",
    led("/services/auth/", AT),
  ),
  mutant(
    "login.leads-home",
    "the right password leads to the profile",
    led("/services/auth/", "/services/auth/myprofile"),
  ),
  mutant(
    "login.leads-home",
    "the home screen is not below /services/auth/",
    all(
      led("/services/auth/", "/home/fowelcome"),
      moved("/services/auth/fowelcome", "/home/fowelcome"),
    ),
  ),
  mutant(
    "login.leads-home",
    "the button does nothing",
    edited(AT, ($) => {
      $("form[name=loginform] button[type=submit]").attr("type", "button");
    }),
  ),
  mutant(
    "login.leads-home",
    "the portal's answer to the right password is no yes",
    told(CALL, (answer) => ({ ...answer, message: "done" })),
    ONLY_2026,
  ),
];
