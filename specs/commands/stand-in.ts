import type { Person } from "../conformance/run/person.ts";
import type { Simulator } from "../../simulator/index.ts";

/** Somebody who reads the CAPTCHA and the message, as the simulator's levers tell them. */
export interface StandIn extends Person {
  /** What was asked for, in order. */
  readonly asked: readonly ("captcha" | "otp")[];
}

/**
 * A stand-in for the person at the browser.
 *
 * @param mistakes how many CAPTCHAs are mistyped at first
 */
export function standIn(portal: Simulator, mistakes = 0): StandIn {
  const asked: ("captcha" | "otp")[] = [];
  let left = mistakes;
  return {
    asked,
    typeCaptcha: async (page) => {
      asked.push("captcha");
      await page.locator("#imgCaptcha.captcha").waitFor();
      const { answer } = await portal.control.captcha();
      const wrong = answer === "000000" ? "111111" : "000000";
      await page.fill("#captcha", (left -= 1) >= 0 ? wrong : answer);
    },
    typeOtp: async (page) => {
      asked.push("otp");
      const [message] = await portal.control.messages();
      await page.getByLabel("One-Time Password").fill(message?.otp ?? "");
      await page.locator("button[type=submit]").click();
    },
  };
}
