import type { SignInCode } from "../domain/faults.ts";
import type { SignInOutcome } from "../portal/sign-in-outcome.ts";
import { CHANGE_PASSWORD } from "./middleware/signed-in.ts";

/** How a sign-in that did not lead in is answered. */
export interface SignInAnswer {
  /** The portal's code for it, which its XHR answer carries (facts: portal §3.3). */
  readonly code: string;
  /** What the strip above the form says. */
  readonly alert?: string;
  /** What stands under the CAPTCHA. */
  readonly captchaError?: string;
  /** The page that it leads to instead. */
  readonly leadsTo?: string;
}

export const OTP_FOR_AUTH = "/services/otpforauth";
export const SERVER_BUSY = "/services/serverbusy";
export const BLOCKED = "/services/error/blocked";

/**
 * One table for the form and the XHR call. The codes and texts are the portal's, but for the
 * sentence of a cancelled registration, of which only the code is known.
 */
export const SIGN_IN_ANSWERS: Readonly<
  Record<
    Exclude<SignInOutcome["verdict"], "right"> | "captcha" | SignInCode,
    SignInAnswer
  >
> = {
  captcha: { code: "SWEB_9000", captchaError: "Enter valid Letters shown" },
  wrong: {
    code: "AUTH_9002",
    alert: "Invalid Username or Password. Please try again",
  },
  locked: {
    code: "SWEB_9014",
    alert:
      "You have entered a wrong password for 3 consecutive times. Your account has been locked. Kindly access ‘Forgot Password’ link to reset your password",
  },
  "password-expired": { code: "AUTH_9033", leadsTo: CHANGE_PASSWORD },
  cancelled: {
    code: "SWEB_9034",
    alert: "The registration of this taxpayer has been cancelled",
  },
  "new-device": { code: "RSK_1000", leadsTo: OTP_FOR_AUTH },
  "sessions-full": { code: "SWEB_9006", leadsTo: SERVER_BUSY },
  SWEB_8000: {
    code: "SWEB_8000",
    alert: "System error occurred. Please try after sometime",
  },
  SWEB_8002: {
    code: "SWEB_8002",
    alert: "Login Failed due to Technical error. Please try after some time",
  },
  RSK_1001: { code: "RSK_1001", leadsTo: BLOCKED },
};
