import type { Page } from "@playwright/test";

/** Who types what no program may: the run waits until it is done. */
export interface Person {
  /** Types the CAPTCHA that `page` shows. */
  readonly typeCaptcha: (page: Page) => Promise<void>;
  /** Types the one-time password that `page` asks for, and sends it. */
  readonly typeOtp: (page: Page) => Promise<void>;
}
