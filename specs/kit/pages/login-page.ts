import type { Locator, Page } from "@playwright/test";

/** What a taxpayer signs in with. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** What to type where the page asks for a CAPTCHA. */
  readonly captcha?: string;
}

/** The login page, `/services/login`. */
export class LoginPage {
  readonly username: Locator;
  readonly password: Locator;
  readonly captcha: Locator;
  readonly captchaImage: Locator;
  readonly button: Locator;
  readonly #page: Page;
  readonly #url: string;

  /** @param url the portal's address, such as `http://127.0.0.1:1707` */
  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
    const field = (label: RegExp, id: string) =>
      page
        .getByLabel(label)
        .or(page.locator(`#${id}`))
        .filter({ visible: true })
        .first();
    this.username = field(/^\s*username/i, "username");
    this.password = field(/^\s*password/i, "user_pass");
    this.captcha = field(/^\s*type the characters/i, "captcha");
    this.captchaImage = page.locator("#imgCaptcha, img[src*=captcha i]");
    this.button = page
      .getByRole("button", { name: /^\W*login\W*$/i })
      .filter({ visible: true })
      .last();
  }

  async open(): Promise<void> {
    await this.#page.goto(new URL("/services/login", this.#url).href, {
      waitUntil: "domcontentloaded",
    });
  }

  /** Types as a person does, so that a CAPTCHA that waits for that appears. */
  async fill({ username, password }: Credentials): Promise<void> {
    await this.username.click();
    await this.username.fill("");
    await this.username.pressSequentially(username);
    await this.password.fill(password);
  }

  async submit(): Promise<void> {
    await this.button.click();
  }

  /**
   * Fills the form and sends it; the CAPTCHA too, where one is given and asked for.
   * What the portal answers is for the caller to look at.
   */
  async signIn(credentials: Credentials): Promise<void> {
    await this.fill(credentials);
    const { captcha } = credentials;
    if (captcha !== undefined && (await this.captcha.isVisible())) {
      await this.captcha.fill(captcha);
    }
    await this.submit();
  }
}
