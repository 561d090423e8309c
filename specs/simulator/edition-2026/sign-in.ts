import type { Page } from "@playwright/test";
import type { Control } from "../../../simulator/index.ts";

export const PASSWORD = "Simulator@1";

/** Fills the login form in as a person does, and sends it. */
export async function login(
  page: Page,
  control: Pick<Control, "captcha">,
  username: string,
  password = PASSWORD,
): Promise<void> {
  await page.goto("/services/login");
  await page.fill("#username", username);
  await page.fill("#user_pass", password);
  await page.fill("#captcha", await shownDigits(page, control));
  await page.getByRole("button", { name: "Login", exact: true }).click();
}

/** `login` for one whom nothing keeps from the landing page. */
export async function signIn(
  page: Page,
  control: Pick<Control, "captcha">,
  username = "never_enabled",
): Promise<void> {
  await login(page, control, username);
  await page.waitForURL("**/services/auth/fowelcome");
}

/** What a person would read off the image, once it is there. */
export async function shownDigits(
  page: Page,
  control: Pick<Control, "captcha">,
): Promise<string> {
  await page.locator("#imgCaptcha.captcha").waitFor();
  return (await control.captcha()).answer;
}
