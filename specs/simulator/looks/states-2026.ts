import type { Page } from "@playwright/test";
import type { Control } from "../../../simulator/index.ts";
import { PASSWORD } from "../edition-2026/sign-in.ts";
import { press } from "./state.ts";
import type { State } from "./state.ts";
import { manageApiAccess, profile, userMenu } from "./states-both.ts";

const LOGIN = "/services/login";
const LANDING = "/services/auth/fowelcome";

const fill = async (
  page: Page,
  control: Control,
  username: string,
  captcha?: string,
) => {
  await page.fill("#username", username);
  await page.fill("#user_pass", PASSWORD);
  await page.locator("#imgCaptcha.captcha").waitFor();
  const { answer } = await control.captcha();
  await page.fill("#captcha", captcha ?? answer);
};

/** Signs in by the form, with a CAPTCHA that may be wrong. */
const signIn =
  (username: string, captcha?: string) =>
  async (page: Page, control: Control) => {
    await fill(page, control, username, captcha);
    await press(page, "Login");
  };

const askForOtp = async (page: Page) => {
  await page.getByLabel("Username").fill("locked");
  await press(page, "Generate OTP");
};

const entrance: State[] = [
  { name: "login", shows: "First time login", path: LOGIN },
  {
    name: "login, empty fields",
    shows: "Please enter the mandatory fields",
    path: LOGIN,
    act: (page) => press(page, "Login"),
  },
  {
    name: "login, with the CAPTCHA",
    shows: "Type the characters you see",
    path: LOGIN,
    act: (page, control) => fill(page, control, "never_enabled"),
  },
  {
    name: "login, wrong CAPTCHA",
    shows: "Enter valid Letters shown",
    path: LOGIN,
    act: signIn("never_enabled", "000000"),
  },
  {
    name: "login, refused",
    shows: "Invalid Username or Password",
    path: LOGIN,
    act: signIn("nobody"),
  },
  {
    name: "forgot username",
    shows: "GSTIN/UIN",
    path: "/services/forgotusername",
  },
  {
    name: "forgot username, refused",
    shows: "Enter a valid GSTIN",
    path: "/services/forgotusername",
    act: (page) => press(page, "Submit"),
  },
  {
    name: "forgot username, sent",
    shows: "its user name has been sent",
    path: "/services/forgotusername",
    act: async (page, control) => {
      const { gstin } = await control.taxpayer("never_enabled");
      await page.getByLabel("GSTIN/UIN").fill(gstin);
      await press(page, "Submit");
    },
  },
  {
    name: "forgot password",
    shows: "Username",
    path: "/services/forgotpassword",
  },
  {
    name: "forgot password, refused",
    shows: "Please enter the mandatory fields",
    path: "/services/forgotpassword",
    act: (page) => press(page, "Generate OTP"),
  },
  {
    name: "forgot password, new one",
    shows: "An OTP has been sent",
    path: "/services/forgotpassword",
    act: askForOtp,
  },
  {
    name: "forgot password, new one refused",
    shows: "The new password must have",
    path: "/services/forgotpassword",
    act: async (page) => {
      await askForOtp(page);
      await press(page, "Submit");
    },
  },
  {
    name: "one-time password",
    shows: "Dear User",
    path: LOGIN,
    act: signIn("new_device"),
  },
  {
    name: "one-time password, wrong",
    shows: "OTP is Incorrect",
    path: LOGIN,
    act: async (page, control) => {
      await signIn("new_device")(page, control);
      await press(page, "Continue");
    },
  },
];

const landing: State[] = [
  {
    name: "landing",
    shows: "Returns Calendar",
    as: "never_enabled",
    path: LANDING,
  },
  // The browser remembers both, so nothing of this page comes after it.
  {
    name: "landing, high contrast and larger text",
    shows: "Returns Calendar",
    as: "never_enabled",
    path: LANDING,
    act: async (page) => {
      await page.getByRole("button", { name: "High contrast" }).click();
      for (let size = 0; size < 2; size++) {
        await page.locator(".f-up button").click();
      }
    },
  },
  userMenu(LANDING),
  {
    name: "services menu",
    shows: "Track Application Status",
    as: "never_enabled",
    path: LANDING,
    act: (page) =>
      page.getByRole("link", { name: "Services", exact: true }).click(),
    over: "#menu-services",
  },
  ...["adhrtableV", "caNumpopupV", "exampleModalCenterTitle", "confirmDlg"].map(
    (id, index) => ({
      name: `pop-ups, ${id}`,
      shows:
        ["e-KYC", "principal place", "has not been chosen", "bank account"][
          index
        ] ?? "",
      as: "all_popups",
      path: LANDING,
      act: async (page: Page) => {
        for (let before = 0; before < index; before++) {
          await page.locator(".modal [data-dismiss]").click();
        }
        await page.locator(`#${id}`).waitFor();
      },
      over: `#${id}`,
    }),
  ),
  {
    name: "dashboard",
    shows: "Ledger Balance",
    as: "never_enabled",
    path: "/services/auth/dashboard",
  },
  {
    name: "dashboard, Saved Forms",
    shows: "You do not have any saved forms",
    as: "never_enabled",
    path: "/services/auth/dashboard",
    act: (page) => page.getByRole("tab", { name: "Saved Forms" }).click(),
  },
  {
    name: "return dashboard",
    shows: "Financial Year",
    as: "never_enabled",
    path: "/returns/auth/dashboard",
  },
];

const inside: State[] = [
  ...profile({
    "Place of Business": "Principal Place of Business",
    "Geocoded Places of Business": "There is nothing to show here",
    Contacts: "Email Address",
  }),
  ...manageApiAccess,
  {
    name: "API access details",
    shows: "Ends on",
    as: "enabled_30_days",
    path: "/services/auth/detailedapiaccess/1",
  },
  {
    name: "change password",
    shows: "Confirm New Password",
    as: "never_enabled",
    path: "/services/auth/changepassword",
  },
  {
    name: "change password, expired",
    shows: "Your password has been expired",
    path: LOGIN,
    act: signIn("old_password"),
  },
];

const others: State[] = [
  { name: "home", shows: "The simulated GST portal", path: "/home" },
  { name: "errors", shows: "Access Denied!", path: LANDING },
  ...Object.entries({
    "/services/serverbusy": "Server Busy",
    "/services/error/blocked": "Access Blocked",
    "/services/error/system": "System error",
    "/services/error/notfound": "Page not found",
    "/gstlaw": "Not part of this simulator",
  }).map(([path, shows]) => ({ name: `errors, ${path}`, shows, path })),
  {
    name: "logout",
    shows: "You have successfully logged out",
    as: "never_enabled",
    path: "/services/logout",
  },
];

/** Every page that a browser can meet, in every state that looks different. */
export const STATES_2026: readonly State[] = [
  ...entrance,
  ...landing,
  ...inside,
  ...others,
  {
    name: "session warning",
    shows: "Your logged in session will expire",
    as: "never_enabled",
    path: LANDING,
    act: async (page) => {
      await page.clock.install();
      await page.reload();
      await page.clock.runFor(12 * 60_000);
    },
    over: "#sessionModal",
  },
];
