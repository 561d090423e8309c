import { press } from "./state.ts";
import type { State } from "./state.ts";
import type { Page } from "@playwright/test";

const LOGIN = "/services/login";
const LANDING = "/services/auth/fowelcome";
const PROFILE = "/services/auth/myprofile";
const MANAGE_API_ACCESS = "/services/auth/manageapiaccess";
const CHANGE_PASSWORD = "/services/auth/changepassword";

const signIn = (username: string, password: string) => async (page: Page) => {
  await page.getByLabel("Username").fill(username);
  await page.locator("#user_pass").fill(password);
  await press(page, "Login");
};

/** Chooses on Manage API Access and confirms. */
const confirm = (choice?: "Yes" | "No", duration?: string) => {
  return async (page: Page) => {
    if (choice) await page.getByRole("radio", { name: choice }).check();
    if (duration) await page.getByLabel("Duration").selectOption(duration);
    await press(page, "Confirm");
  };
};

const openTab = (name: string) => async (page: Page) => {
  await page.getByRole("tab", { name, exact: true }).click();
};

/** Every page that a browser can meet, in every state that looks different. */
export const STATES_2017: readonly State[] = [
  { name: "login", shows: "First time login", path: LOGIN },
  {
    name: "login, empty fields",
    shows: "Please enter the mandatory fields",
    path: LOGIN,
    act: (page) => press(page, "Login"),
  },
  {
    name: "login, refused",
    shows: "Invalid Username or Password",
    path: LOGIN,
    act: signIn("nobody", "Wrong@123"),
  },
  {
    name: "login, locked",
    shows: "Your account has been locked",
    path: LOGIN,
    act: signIn("locked", "Simulator@1"),
  },
  {
    name: "landing",
    shows: "Currently logged in from IP",
    as: "never_enabled",
    path: LANDING,
  },
  {
    name: "user menu",
    shows: "Last Logged In at",
    as: "never_enabled",
    path: LANDING,
    act: (page) => page.locator(".lang-dpwn").click(),
    over: "#myPrflDis",
  },
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
  ...Object.entries({
    "Place of Business": "Principal Place of Business",
    Contacts: "Email Address",
    "Other Business": "There is nothing to show here",
  }).map(([tab, shows]) => ({
    name: `profile, ${tab}`,
    shows,
    as: "never_enabled",
    path: PROFILE,
    act: openTab(tab),
  })),
  {
    name: "manage API access, untouched",
    shows: "Enable API Request",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
  },
  {
    name: "manage API access, Yes",
    shows: "Select duration of your session",
    as: "never_enabled",
    path: MANAGE_API_ACCESS,
    act: (page) => page.getByRole("radio", { name: "Yes" }).check(),
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
  {
    name: "change password",
    shows: "Confirm New Password",
    as: "never_enabled",
    path: CHANGE_PASSWORD,
  },
  {
    name: "change password, refused",
    shows: "The old password is not right",
    as: "never_enabled",
    path: CHANGE_PASSWORD,
    act: (page) => press(page, "Change Password"),
  },
  {
    name: "password expired",
    shows: "Your password has been expired",
    path: LOGIN,
    act: signIn("old_password", "Simulator@1"),
  },
  {
    name: "logout",
    shows: "You have successfully logged out",
    as: "never_enabled",
    path: "/services/logout",
  },
  { name: "access denied", shows: "Access Denied!", path: LANDING },
  {
    name: "outside the simulator",
    shows: "Not part of this simulator",
    as: "never_enabled",
    path: "/returns/auth/dashboard",
  },
  {
    name: "form not accepted",
    shows: "This form was not accepted",
    path: LOGIN,
    act: async (page) => {
      await page
        .locator("input[name=_csrf]")
        .evaluate((token: HTMLInputElement) => token.remove());
      await press(page, "Login");
    },
  },
];
