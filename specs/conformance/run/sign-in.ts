import type { Page } from "@playwright/test";
import type { Credentials } from "../../kit/pages/login-page.ts";
import { brief } from "../finding.ts";
import type { Browsing } from "./browsing.ts";
import { Refused, Unreachable, until } from "./waiting.ts";

const PEOPLE_MISTYPE = 3;

/** The pages that see to their overlays already. */
const PASSING = new WeakSet<Page>();

/** Who signs in at this portal; throws where nobody was named. */
export function credentialsOf({ target }: Browsing): Credentials {
  if (target.credentials) return target.credentials;
  throw new Unreachable("No user name and password were given.");
}

/** Types the CAPTCHA where the page asks for one. */
export async function answerCaptcha(browsing: Browsing): Promise<void> {
  const { portal, page, target } = browsing;
  await browsing.settle();
  if (!(await portal.login.captcha.isVisible())) return;
  const digits = target.credentials?.captcha;
  if (digits !== undefined) {
    await portal.login.captcha.fill(digits);
  } else if (target.person) {
    await target.person.typeCaptcha(page);
  } else {
    throw new Unreachable(
      "The page asks for a CAPTCHA and nobody is there to type it: give --captcha DIGITS where the portal has a fixed answer, or --headed and type it.",
    );
  }
}

/**
 * Signs in, with a person's help where the portal asks for a CAPTCHA or a one-time password.
 * Throws `Refused` where the portal does not let in.
 */
export async function signIn(browsing: Browsing): Promise<void> {
  const { page, target } = browsing;
  await passOverlays(browsing);
  const answer = await sendSignIn(browsing, credentialsOf(browsing));
  if (answer === "home") return;
  if (answer === "otp" && target.person) {
    await target.person.typeOtp(page);
    await page.waitForURL(isHome);
    return;
  }
  throw new Refused(await whyRefused(browsing, answer));
}

/**
 * Sends a sign-in, and once more where a person has mistyped the CAPTCHA.
 *
 * @returns the portal's answer: `home`, `otp`, or the sentence that refuses, if any came
 */
export async function sendSignIn(
  browsing: Browsing,
  credentials: Credentials,
): Promise<string | undefined> {
  const { portal, target, shown } = browsing;
  for (let attempt = 1; ; attempt += 1) {
    await portal.login.open();
    await portal.login.fill(credentials);
    await answerCaptcha(browsing);
    await portal.login.submit();
    const answer = await until(() => answerOf(browsing), target.timeout);
    const isMistyped = answer === shown.login.wrongCaptcha && target.person;
    if (!isMistyped || attempt === PEOPLE_MISTYPE) return answer;
  }
}

const isHome = (address: URL) => address.pathname.startsWith("/services/auth/");

/** What the portal answers to a sign-in: `home`, `otp`, or the sentence that refuses. */
async function answerOf(browsing: Browsing): Promise<string | undefined> {
  const { login } = browsing.shown;
  const view = await browsing.look();
  if (view.address?.pathname.endsWith("/changepassword")) {
    return "The password has expired.";
  }
  if (view.address && isHome(view.address)) return "home";
  if (view.says("Please enter the One-Time Password (OTP)")) return "otp";
  const refusals = [
    login.wrongRefused,
    login.wrongCaptcha,
    login.locked,
    login.emptyRefused,
  ];
  return refusals.find((text) => view.says(text));
}

async function whyRefused(browsing: Browsing, answer: string | undefined) {
  if (answer === "otp") {
    return "The portal asks for a one-time password and nobody is there to type it: start with --headed.";
  }
  if (answer !== undefined) return `The sign-in was refused: ${answer}`;
  const { text } = await browsing.look();
  return `The sign-in led nowhere: ${brief(text)}`;
}

/** Puts off the windows that the portal may lay over its pages, whenever they are in the way. */
export async function passOverlays({ page }: Browsing): Promise<void> {
  if (PASSING.has(page)) return;
  PASSING.add(page);
  const later = page
    .getByText(/^\s*(no-)?remind me later\s*$/i)
    .or(page.locator("#confirmDlg").getByText(/^\s*cancel\s*$/i))
    .filter({ visible: true })
    .first();
  // One window may follow another, so that there is no end of them to wait for.
  const options = { noWaitAfter: true };
  await page.addLocatorHandler(later, (button) => button.click(), options);
}
