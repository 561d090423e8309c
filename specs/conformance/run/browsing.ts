import type { Page, Request } from "@playwright/test";
import type { EditionName } from "../../contract/clause.ts";
import { SHOWN } from "../../contract/shown.ts";
import type { Shown } from "../../contract/shown.ts";
import type { Credentials } from "../../kit/pages/login-page.ts";
import { portalPages } from "../../kit/pages/portal-pages.ts";
import type { PortalPages } from "../../kit/pages/portal-pages.ts";
import { brief, listed } from "../finding.ts";
import { takeSnapshot } from "../view/snapshot.ts";
import { View } from "../view/view.ts";
import type { Person } from "./person.ts";
import { Unreachable, until, within } from "./waiting.ts";

/** What is judged, and how. */
export interface Target {
  /** The portal's address, such as `http://127.0.0.1:1707`. */
  readonly url: string;
  readonly edition: EditionName;
  /** Who signs in; without it only what anyone may see is judged. */
  readonly credentials?: Credentials | undefined;
  /** How long something may take to show, in milliseconds. */
  readonly timeout: number;
  /** Who types what only a person may. */
  readonly person?: Person | undefined;
}

/** A browser's page on its way through a portal. */
export interface Browsing {
  readonly page: Page;
  readonly target: Target;
  readonly url: string;
  readonly shown: Shown;
  readonly portal: PortalPages;
  /** What the page shows now. */
  readonly look: () => Promise<View>;
  /** Whether the page waits for an answer of the portal. */
  readonly isWaiting: () => boolean;
  /** Whether to look now: a page that waits is not at rest, so it goes unseen for a while. */
  readonly isTimeToLook: () => boolean;
  /**
   * What the page shows once it has come to rest. A page that draws itself after a while may
   * rest before that: `seeText` first where that matters.
   */
  readonly settle: () => Promise<View>;
  /** Resolves when the page says one of `texts`. */
  readonly seeText: (...texts: readonly string[]) => Promise<void>;
}

/** How long a page that waits for an answer goes unseen, in milliseconds. */
const UNSEEN = 250;

/** Begins to browse a portal; `page` is to be a fresh one. */
export function browse(page: Page, target: Target): Browsing {
  const { timeout } = target;
  page.setDefaultTimeout(timeout);
  page.setDefaultNavigationTimeout(timeout);
  const open = new Set<Request>();
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));

  let last: { readonly html: string; readonly view: View } | undefined;
  let lookedAt = -Infinity;
  const look = async () => {
    const snapshot = until(() => snapshotOf(page), timeout);
    const html = await within(snapshot, timeout, "The page does not react.");
    if (html === undefined)
      throw new Unreachable("The page does not hold still.");
    const address = page.url();
    // To read a page anew costs more than to see that it is as it was.
    if (html !== last?.html || address !== last.view.address?.href) {
      last = { html, view: new View(html, address) };
    }
    lookedAt = performance.now();
    return last.view;
  };
  const isWaiting = () => open.size > 0;
  const isTimeToLook = () =>
    !isWaiting() || performance.now() - lookedAt >= UNSEEN;
  const settle = async () => {
    let before: View | undefined;
    const settled = await until(async () => {
      if (!isTimeToLook()) return undefined;
      const view = await look();
      if (view === before && !isWaiting()) return view;
      before = view;
      return undefined;
    }, timeout);
    return settled ?? look();
  };
  const seeText = async (...texts: readonly string[]) => {
    let seen = "";
    const found = await until(async () => {
      const view = await look();
      seen = view.text;
      return texts.some((text) => view.says(text)) || undefined;
    }, timeout);
    if (!found) {
      throw new Unreachable(`${listed(texts)} did not show: ${brief(seen)}`);
    }
  };
  return {
    page,
    target,
    url: target.url,
    shown: SHOWN[target.edition],
    portal: portalPages(page, target.url),
    look,
    isWaiting,
    isTimeToLook,
    settle,
    seeText,
  };
}

/** A snapshot, or nothing where the page is just being replaced by another. */
async function snapshotOf(page: Page): Promise<string | undefined> {
  try {
    return await takeSnapshot(page);
  } catch (error) {
    if (page.isClosed()) throw error;
    return undefined;
  }
}
