import type { Page } from "@playwright/test";
import { press } from "./state.ts";
import type { State } from "./state.ts";

const PROFILE = "/services/auth/myprofile";
const MANAGE_API_ACCESS = "/services/auth/manageapiaccess";

const choose = (choice?: "Yes" | "No", duration?: string) => {
  return async (page: Page) => {
    if (choice) await page.getByRole("radio", { name: choice }).check();
    if (duration) await page.getByLabel("Duration").selectOption(duration);
  };
};

const confirm = (choice?: "Yes" | "No", duration?: string) => {
  return async (page: Page) => {
    await choose(choice, duration)(page);
    await press(page, "Confirm");
  };
};

/** The menu under the taxpayer's name, on the page at `path`. */
export const userMenu = (path: string): State => ({
  name: "user menu",
  shows: "Last Logged In at",
  as: "never_enabled",
  path,
  act: (page) => page.locator(".lang-dpwn").click(),
  over: "#myPrflDis",
});

/** The profile with each of its tabs, by what that shows. */
export const profile = (tabs: Readonly<Record<string, string>>): State[] => [
  {
    name: "profile, sections open",
    shows: "Retail Business",
    as: "never_enabled",
    path: PROFILE,
    act: async (page) => {
      for (const section of await page.locator("summary").all()) {
        await section.click();
      }
    },
  },
  ...Object.entries(tabs).map(([tab, shows]) => ({
    name: `profile, ${tab}`,
    shows,
    as: "never_enabled",
    path: PROFILE,
    act: (page: Page) =>
      page.getByRole("tab", { name: tab, exact: true }).click(),
  })),
];

export const manageApiAccess: readonly State[] = [
  {
    name: "manage API access",
    shows: "Enable API Request",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
  },
  {
    name: "manage API access, Yes",
    shows: "Select duration of your session",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
    act: choose("Yes"),
  },
  {
    name: "manage API access, nothing chosen",
    shows: "Please select Yes or No",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
    act: confirm(),
  },
  {
    name: "manage API access, no duration",
    shows: "Please select the duration",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
    act: confirm("Yes"),
  },
  {
    name: "manage API access, enabled",
    shows: "Your API session will now be active",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
    act: confirm("Yes", "30 days"),
  },
  {
    name: "manage API access, disabled",
    shows: "API access has been disabled",
    as: "enabled_30_days",
    path: MANAGE_API_ACCESS,
    act: confirm("No"),
  },
];
