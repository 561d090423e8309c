import { expect as hard } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Control } from "../../../../simulator/index.ts";

/** Goes on after a row that does not hold, so that one run tells of all of them. */
export const expect = hard.configure({ soft: true, timeout: 3_000 });

/** What public scripts rely on, and the look that shows it holds. */
export interface Reliance {
  /** As the facts put it (portal §9.1, §9.2 and the paths of §2). */
  readonly says: string;
  readonly holds: (page: Page, control: Control) => Promise<unknown>;
}

/** A page in a state, and all that scripts rely on there. The rows are in order: some act. */
export interface Place {
  readonly name: string;
  /** Who is signed in, past the login page; nobody where it is left out. */
  readonly as?: string;
  /** Brings the browser there. */
  readonly open: (page: Page, control: Control) => Promise<unknown>;
  readonly reliances: readonly Reliance[];
}

/** The first thing that a selector finds can be seen. */
export function seen(says: string, selector: string): Reliance {
  return {
    says,
    holds: (page) => expect(page.locator(selector).first()).toBeVisible(),
  };
}

/** A selector finds one thing and no more, and it can be seen. */
export function one(says: string, selector: string): Reliance {
  return {
    says,
    holds: async (page) => {
      await expect(page.locator(selector)).toHaveCount(1);
      await expect(page.locator(selector)).toBeVisible();
    },
  };
}

/** A selector finds something, be it in sight or not. */
export function there(says: string, selector: string): Reliance {
  return {
    says,
    holds: (page) => expect(page.locator(selector)).not.toHaveCount(0),
  };
}

/** What the first finding of a selector says, as its markup has it and as a person reads it. */
export function reads(
  says: string,
  selector: string,
  { markup, shown }: { markup: string; shown: string },
): Reliance {
  return {
    says,
    holds: async (page) => {
      const found = page.locator(selector).first();
      await expect(found).toHaveText(markup);
      await expect(found).toHaveText(shown, { useInnerText: true });
    },
  };
}

export const url = (says: string, pattern: RegExp): Reliance => ({
  says,
  holds: (page) => expect(page).toHaveURL(pattern),
});

/** The names of the cookies that a browser has. */
export async function cookieNames(page: Page): Promise<string[]> {
  return (await page.context().cookies()).map(({ name }) => name);
}
