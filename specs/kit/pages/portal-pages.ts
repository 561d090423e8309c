import type { Page } from "@playwright/test";
import { LoginPage } from "./login-page.ts";
import { ManageApiAccessPage } from "./manage-api-access-page.ts";
import { ProfilePage } from "./profile-page.ts";
import { WelcomePage } from "./welcome-page.ts";

/** The pages of the way to Manage API Access, of any portal that is built like the real one. */
export interface PortalPages {
  readonly login: LoginPage;
  readonly welcome: WelcomePage;
  readonly profile: ProfilePage;
  readonly manageApiAccess: ManageApiAccessPage;
}

/**
 * The pages of a portal in a browser's page.
 *
 * @param url the portal's address, such as `http://127.0.0.1:1707`
 */
export function portalPages(page: Page, url: string): PortalPages {
  return {
    login: new LoginPage(page, url),
    welcome: new WelcomePage(page, url),
    profile: new ProfilePage(page, url),
    manageApiAccess: new ManageApiAccessPage(page, url),
  };
}
