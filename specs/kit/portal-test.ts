import { randomUUID } from "node:crypto";
import { test } from "@playwright/test";
import { portalPages } from "./pages/portal-pages.ts";
import type { PortalPages } from "./pages/portal-pages.ts";
import type { Credentials } from "./pages/login-page.ts";

/** How a portal is tested from outside. */
export interface PortalOptions {
  /** The portal's address, such as `http://127.0.0.1:1707`. */
  readonly portalUrl: string;
  /** The portal as it was in that year. */
  readonly edition: "2017" | "2026";
  /** A taxpayer of that portal who has never chosen anything on Manage API Access. */
  readonly credentials: Credentials;
  /**
   * A header by which the portal under test gives each caller a portal of its own; every
   * test then sends one of its own in it. Without it tests share the portal's state and are
   * to run one after the other.
   */
  readonly isolationHeader: string | undefined;
}

/** What a test of a portal finds ready. */
export interface PortalFixtures {
  readonly portal: PortalPages;
}

/**
 * Playwright's `test` for a portal of which nothing is known but its address: page objects,
 * and no lever.
 *
 * ```ts
 * portalTest.use({ portalUrl: "https://portal.example", credentials });
 * portalTest("the login page opens", async ({ portal }) => portal.login.open());
 * ```
 */
export const portalTest = test.extend<PortalOptions & PortalFixtures>({
  portalUrl: ["", { option: true }],
  edition: ["2017", { option: true }],
  credentials: [{ username: "", password: "" }, { option: true }],
  isolationHeader: [undefined, { option: true }],
  baseURL: async ({ portalUrl }, use) => use(portalUrl),
  extraHTTPHeaders: async ({ isolationHeader, extraHTTPHeaders }, use) => {
    const own = isolationHeader && { [isolationHeader]: randomUUID() };
    await use({ ...extraHTTPHeaders, ...own });
  },
  portal: async ({ page, portalUrl }, use) => use(portalPages(page, portalUrl)),
});
