import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Control } from "../../../simulator/index.ts";

/** A page of the portal in one of its states, and how a browser gets there. */
export interface State {
  /** The page, and after a comma what is special about it. */
  readonly name: string;
  /** Who is signed in; nobody where it is left out. */
  readonly as?: string;
  readonly path: string;
  /** What is done on the page to bring it into this state. */
  readonly act?: (page: Page, control: Control) => Promise<void>;
  /** A text that is in sight in this state and in none before it. */
  readonly shows: string;
  /** What lies over the page, where something does: a selector. */
  readonly over?: string;
}

/** A page of the portal, as edition 2026 lets nobody go deeper by an address alone. */
const COMING_FROM = "http://127.0.0.1/services/auth/";

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** The states by their pages. */
export function byPage(states: readonly State[]): Map<string, State[]> {
  const pages = new Map<string, State[]>();
  for (const state of states) {
    const [page = ""] = state.name.split(",");
    pages.set(page, [...(pages.get(page) ?? []), state]);
  }
  return pages;
}

/** What a test has at hand, of the kit's fixtures. */
export interface Hands {
  readonly page: Page;
  readonly control: Control;
  readonly signedIn: (username: string) => Promise<void>;
}

/** Brings a browser into a state, from whatever came before. */
export async function open(
  state: State,
  { page, control, signedIn }: Hands,
): Promise<void> {
  await control.reset();
  await page.context().clearCookies({ name: /^(?!SimulatorWorld)/ });
  if (state.as !== undefined) await signedIn(state.as);
  await page.goto(state.path, { referer: COMING_FROM });
  await state.act?.(page, control);
  await expect(page.getByText(state.shows).first()).toBeVisible();
}
