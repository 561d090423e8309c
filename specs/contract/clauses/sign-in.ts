import { BOTH, ONLY_2026 } from "../clause.ts";
import type { Clause } from "../clause.ts";

/** Step 1, what the login page does. */
export const signInClauses: readonly Clause[] = [
  {
    id: "login.captcha-field",
    step: 1,
    weight: "MUST",
    statement:
      "Once a user name is typed, a field “Type the characters you see in the image below” appears.",
    editions: ONLY_2026,
    evidence: "facts 3.2 [A]",
  },
  {
    id: "login.captcha-image",
    step: 1,
    weight: "MUST",
    statement: "With the CAPTCHA's field appears its image.",
    editions: ONLY_2026,
    evidence: "facts 3.2 [A]",
  },
  {
    id: "login.captcha-hint",
    step: 1,
    weight: "SHOULD",
    statement:
      "The CAPTCHA's empty field hints “Enter Characters shown below”.",
    editions: ONLY_2026,
    evidence: "facts 3.2 [A]",
  },
  {
    id: "login.captcha-ids",
    step: 1,
    weight: "MAY",
    statement:
      "The CAPTCHA's field has the id “captcha”, its image the id “imgCaptcha”.",
    editions: ONLY_2026,
    evidence: "facts 3.2 [A]",
  },
  {
    id: "login.captcha-buttons",
    step: 1,
    weight: "MAY",
    statement:
      "Beside the image are two buttons, by their attributes “ng-click”: “play()” plays it, “refreshCaptcha()” fetches another.",
    editions: ONLY_2026,
    evidence: "facts 3.2 [A], 9.2",
  },
  {
    id: "login.empty-refused",
    step: 1,
    weight: "MUST",
    statement:
      "LOGIN on the empty form answers “Please enter the mandatory fields”.",
    editions: BOTH,
    evidence: "facts 3.2 [A]",
  },
  {
    id: "login.wrong-refused",
    step: 1,
    weight: "MUST",
    statement:
      "A wrong user name or password is answered by “Invalid Username or Password. Please try again”.",
    editions: BOTH,
    evidence: "facts 3.3 [A]",
  },
  {
    id: "login.refused-keeps-username",
    step: 1,
    weight: "SHOULD",
    statement: "After a refused sign-in the form still holds the user name.",
    editions: BOTH,
    evidence: "facts 3.3 [A]",
  },
  {
    id: "login.refused-clears-password",
    step: 1,
    weight: "SHOULD",
    statement: "After a refused sign-in the form's password is empty.",
    editions: BOTH,
    evidence: "facts 3.3 [A]",
  },
  {
    id: "login.refused-clears-captcha",
    step: 1,
    weight: "SHOULD",
    statement: "After a refused sign-in the CAPTCHA's field is empty.",
    editions: ONLY_2026,
    evidence: "facts 3.3 [A]",
  },
  {
    id: "login.refused-cursor",
    step: 1,
    weight: "SHOULD",
    statement:
      "After a refused sign-in the cursor stands in the password's field.",
    editions: ONLY_2026,
    evidence: "facts 3.3 [A]",
  },
  {
    id: "login.wrong-captcha",
    step: 1,
    weight: "MUST",
    statement:
      "A wrong CAPTCHA is answered by “Enter valid Letters shown” and signs nobody in.",
    editions: ONLY_2026,
    evidence: "facts 3.2 [A], 3.3 [A]",
  },
  {
    id: "login.locks",
    step: 1,
    weight: "SHOULD",
    statement:
      "The third wrong password in a row is answered by “You have entered a wrong password for 3 consecutive times. Your account has been locked. …”",
    editions: BOTH,
    evidence: "facts 3.3 [A]",
  },
  {
    id: "login.leads-home",
    step: 1,
    weight: "MUST",
    statement:
      "The right user name and password lead to the home screen, below /services/auth/.",
    editions: BOTH,
    evidence: "guide 15, 23; facts 2 [A]",
  },
];
