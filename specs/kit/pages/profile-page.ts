import type { Locator, Page } from "@playwright/test";
import { openSignedIn } from "./open-signed-in.ts";

/** The profile, `/services/auth/myprofile`. */
export class ProfilePage {
  readonly manageApiAccessLink: Locator;
  readonly #page: Page;
  readonly #url: string;

  /** @param url the portal's address, such as `http://127.0.0.1:1707` */
  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
    this.manageApiAccessLink = page
      .getByRole("link", { name: /^\W*manage api access\W*$/i })
      .filter({ visible: true })
      .first();
  }

  async open(): Promise<void> {
    await openSignedIn(this.#page, this.#url, "/services/auth/myprofile");
  }

  async manageApiAccess(): Promise<void> {
    await this.manageApiAccessLink.click();
  }

  /** The tab of that label. */
  tab(label: string): Locator {
    const name = new RegExp(`^\\s*${label}\\s*$`, "i");
    const { tabs, links, buttons } = {
      tabs: this.#page.getByRole("tab", { name }),
      links: this.#page.getByRole("link", { name }),
      buttons: this.#page.getByRole("button", { name }),
    };
    return tabs.or(links).or(buttons).filter({ visible: true }).first();
  }

  /** The heading of the section whose label begins so; a click opens or closes it. */
  section(label: string): Locator {
    return this.#page.getByText(label).filter({ visible: true }).first();
  }
}
