import type { Locator, Page } from "@playwright/test";
import { openSignedIn } from "./open-signed-in.ts";

/** Manage API Access, `/services/auth/manageapiaccess`. */
export class ManageApiAccessPage {
  readonly yes: Locator;
  readonly no: Locator;
  readonly duration: Locator;
  readonly confirmButton: Locator;
  readonly #page: Page;
  readonly #url: string;

  /** @param url the portal's address, such as `http://127.0.0.1:1707` */
  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
    const radio = (label: "Yes" | "No") =>
      page
        .getByRole("radio", { name: new RegExp(`^\\s*${label}\\s*$`, "i") })
        .or(
          page.locator(
            `input[type=radio]:has(+ label:text-matches("^\\s*${label}\\s*$", "i"))`,
          ),
        )
        .first();
    this.yes = radio("Yes");
    this.no = radio("No");
    this.duration = page
      .getByRole("combobox", { name: /^\s*duration/i })
      .or(page.locator("select"))
      .filter({ visible: true })
      .first();
    this.confirmButton = page
      .getByRole("button", { name: /^\W*confirm\W*$/i })
      .filter({ visible: true })
      .first();
  }

  async open(): Promise<void> {
    await openSignedIn(this.#page, this.#url, "/services/auth/manageapiaccess");
  }

  /** Clicks the radio button. */
  async choose(answer: "Yes" | "No"): Promise<void> {
    await (answer === "Yes" ? this.yes : this.no).click();
  }

  /** Clicks the word beside the radio button. */
  async chooseByLabel(answer: "Yes" | "No"): Promise<void> {
    await this.#page
      .locator("label")
      .filter({ hasText: new RegExp(`^\\s*${answer}\\s*$`, "i") })
      .first()
      .click();
  }

  /** Picks a duration by its label, such as `7 days`. */
  async pickDuration(label: string): Promise<void> {
    const words = label.replaceAll(" ", "\\s+");
    const option = this.duration
      .locator("option")
      .filter({ hasText: new RegExp(`^\\s*${words}\\s*$`, "i") });
    const index = await option.evaluate(
      (node: HTMLOptionElement) => node.index,
    );
    await this.duration.selectOption({ index });
  }

  async confirm(): Promise<void> {
    await this.confirmButton.click();
  }
}
