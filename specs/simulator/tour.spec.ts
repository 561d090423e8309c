import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import type { EditionName } from "../../simulator/domain/editions.ts";
import { STOPS } from "../../simulator/domain/journey/journey.ts";
import { plain } from "../../simulator/domain/journey/language.ts";
import type { Language } from "../../simulator/domain/journey/language.ts";
import {
  countOf,
  titleOf,
  valuesOf,
} from "../../simulator/domain/journey/words.ts";
import { violations } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

const DIGITS = "246810";

/** Whether the card lies over the thing to do. Runs in the page. */
function isCovered(): boolean {
  const [target, card] = [".tour-target", "#tour"].map((selector) =>
    document.querySelector(selector)!.getBoundingClientRect(),
  );
  const isBeside = target!.right <= card!.left || target!.left >= card!.right;
  const isApart = target!.bottom <= card!.top || target!.top >= card!.bottom;
  return !isBeside && !isApart;
}

/** A trainee who has nothing but a keyboard, and goes by what the tour says. */
class Trainee {
  readonly #words: Language;
  readonly #values: Readonly<Record<string, string>>;

  readonly page: Page;

  constructor(page: Page, code: string, edition: EditionName) {
    this.page = page;
    const file = new URL(`../../views/languages/${code}.json`, import.meta.url);
    this.#words = JSON.parse(readFileSync(file, "utf8")) as Language;
    this.#values = valuesOf(EDITIONS.get(edition)!);
  }

  get card(): Locator {
    return this.page.getByRole("dialog", { name: this.#words.tour.name });
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce(
      (before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve(),
    );
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Presses a key until `target` has the focus, as far as a person would. */
  async goTo(target: Locator, key = "Tab"): Promise<void> {
    await expect(async () => {
      await this.press(key);
      await expect(target).toBeFocused({ timeout: 1 });
    }).toPass({ intervals: [0], timeout: 5_000 });
  }

  /** Reads the card: one thing to do, which its target is said to be described by. */
  async isTold(id: string): Promise<void> {
    const stop = STOPS.find((candidate) => candidate.id === id)!;
    const [count, title, text] = [
      countOf(stop.step, this.#words),
      titleOf(stop.step, this.#words),
      plain(this.#words.stops[id]!, this.#values),
    ];
    await expect(this.card.getByRole("listitem")).toHaveText([
      `${count} ${title} ${text}`,
    ]);
    const target = this.page.locator(stop.target);
    await expect(target).toHaveAttribute(
      "aria-describedby",
      new RegExp(`\\btour-${id}\\b`),
    );
    await expect(this.page.locator(".tour-target")).toBeInViewport();
    await expect.poll(() => this.page.evaluate(isCovered)).toBe(false);
  }

  /** What `isTold`, where the focus waits on the thing to do. */
  async isLedTo(id: string): Promise<void> {
    await this.isTold(id);
    const stop = STOPS.find((candidate) => candidate.id === id)!;
    await expect(this.page.locator(stop.target)).toBeFocused();
  }

  async isAstray(): Promise<void> {
    await expect(this.card).toContainText(this.#words.tour.astray);
    await expect(this.page.locator(".tour-target")).toBeFocused();
  }
}

// Which pages have which words is data, that specs/unit/journey.spec.ts checks for every
// language in every edition.
for (const { edition, code, name, viewport, searched } of [
  {
    edition: "2017" as const,
    code: "hi",
    name: "हिन्दी",
    viewport: { width: 360, height: 740 },
    searched: ["refused", "astray"],
  },
  {
    edition: "2026" as const,
    code: "en",
    name: "English",
    viewport: { width: 1280, height: 720 },
    searched: ["window", "confirm"],
  },
]) {
  test.describe(`Edition ${edition}, ${name}, ${viewport.width} pixels:`, () => {
    test.use({ own: { edition, captcha: DIGITS } });

    test("the keyboard alone leads from the switch in the ribbon to the end, by way of wrong turns", async ({
      page,
      control,
    }) => {
      const { captcha } = EDITIONS.get(edition)!.login;
      const trainee = new Trainee(page, code, edition);
      // Each state once: axe is what takes the time.
      const isSound = async (state: string) => {
        if (!searched.includes(state)) return;
        expect(await violations(page)).toEqual([]);
      };

      await page.setViewportSize(viewport);
      await page.goto("/services/login");
      await trainee.goTo(page.getByRole("link", { name }), "Shift+Tab");
      await trainee.press("Enter");
      await expect(trainee.card).toHaveAttribute("lang", code);
      await trainee.isLedTo("username");
      await trainee.type("aadhaar_popup");
      await trainee.press("Tab");
      await trainee.isLedTo("password");
      await trainee.type("Wrong@123");
      if (captcha) {
        await trainee.press("Tab");
        await trainee.isLedTo("captcha");
        await trainee.type(DIGITS);
      }
      await trainee.press("Enter");
      await trainee.isTold("refused");
      await isSound("refused");
      await trainee.goTo(page.locator("#user_pass"));
      await trainee.type("Simulator@1");
      if (captcha) {
        await trainee.press("Tab");
        await trainee.isLedTo("captcha");
        await trainee.type(DIGITS);
      }
      await trainee.goTo(page.getByRole("button", { name: "Login" }));
      await trainee.isLedTo("login");
      await trainee.press("Enter");

      await trainee.isLedTo("window");
      await isSound("window");
      await trainee.press("Enter");
      await trainee.isLedTo("view-profile");
      await trainee.press("Enter");

      await trainee.isLedTo("quick-link");
      await trainee.press("Shift+Tab", "Enter");
      await expect(page).toHaveURL(/changepassword/);
      await trainee.isAstray();
      await isSound("astray");
      await trainee.press("Enter");
      await trainee.isLedTo("quick-link");
      await trainee.press("Enter");

      await trainee.isLedTo("switch");
      await trainee.press("Escape", "Enter");
      await trainee.isLedTo("yes");
      await trainee.press("Space", "ArrowRight");
      await trainee.isTold("no");
      await trainee.press("Enter");
      await expect(page.locator(".alert-success")).toBeVisible();
      await trainee.isTold("no");
      await trainee.press("Shift+Tab");
      await trainee.goTo(page.locator("#enable-no"));
      await trainee.press("ArrowLeft");
      await trainee.isTold("duration");
      await trainee.press("Tab");
      await trainee.isLedTo("duration");
      await trainee.type("30");
      await trainee.isTold("confirm");
      await isSound("confirm");
      await trainee.press("Tab");
      await trainee.isLedTo("confirm");
      await trainee.press("Enter");
      await trainee.isTold("done");
      const { apiAccess } = await control.taxpayer("aadhaar_popup");
      expect(apiAccess).toMatchObject({ enabled: true, duration: "30 days" });

      await trainee.press("Escape", "Enter");
      await expect(trainee.card).toBeHidden();
      await expect(page.getByRole("link", { name: "Off" })).toBeHidden();
    });
  });
}
