import type { Locator, Page } from "@playwright/test";
import { openSignedIn } from "./open-signed-in.ts";

/** The home screen after the sign-in. */
export class WelcomePage {
  readonly viewProfileLink: Locator;
  /** The toggle of the user menu, at the top. */
  readonly menuToggle: Locator;
  readonly #page: Page;
  readonly #url: string;

  /** @param url the portal's address, such as `http://127.0.0.1:1707` */
  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
    this.viewProfileLink = page
      .getByRole("link", { name: /^\s*view profile\W*$/i })
      .filter({ visible: true })
      .first();
    this.menuToggle = page
      .locator("[data-toggle=dropdown], .lang-dpwn")
      .first();
  }

  async open(): Promise<void> {
    await openSignedIn(this.#page, this.#url, "/services/auth/");
  }

  async viewProfile(): Promise<void> {
    await this.viewProfileLink.click();
  }

  async openMenu(): Promise<void> {
    await this.menuToggle.click();
  }

  /** An entry of the user menu, such as `My Profile`. */
  menuEntry(label: string): Locator {
    return this.#page
      .getByRole("link", { name: new RegExp(`^\\W*${label}\\W*$`, "i") })
      .filter({ visible: true })
      .first();
  }
}
