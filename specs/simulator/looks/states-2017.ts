import { press } from "./state.ts";
import type { State } from "./state.ts";
import { manageApiAccess, profile, userMenu } from "./states-both.ts";
import type { Page } from "@playwright/test";

const LOGIN = "/services/login";
const LANDING = "/services/auth/fowelcome";
const CHANGE_PASSWORD = "/services/auth/changepassword";

const signIn = (username: string, password: string) => async (page: Page) => {
  await page.getByLabel("Username").fill(username);
  await page.locator("#user_pass").fill(password);
  await press(page, "Login");
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
  userMenu(LANDING),
  ...profile({
    "Place of Business": "Principal Place of Business",
    Contacts: "Email Address",
    "Other Business": "There is nothing to show here",
  }),
  ...manageApiAccess,
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
