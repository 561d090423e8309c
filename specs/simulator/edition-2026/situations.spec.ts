import type { Page } from "@playwright/test";
import { PASSWORD, login, shownDigits, signIn } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

const NEW_PASSWORD = "Changed@2";

async function fillPasswords(page: Page, next: string): Promise<void> {
  await page.getByLabel("New Password", { exact: true }).fill(next);
  await page.getByLabel("Confirm New Password").fill(next);
}

test("a wrong password is told so, and the third one locks", async ({
  page,
  control,
}) => {
  await page.goto("/services/login");
  await page.fill("#username", "never_enabled");
  for (const text of [
    "Invalid Username or Password. Please try again.",
    "Invalid Username or Password. Please try again.",
    "You have entered a wrong password for 3 consecutive times. Your account has been locked. Kindly access ‘Forgot Password’ link to reset your password.",
  ]) {
    await page.fill("#user_pass", "Wrong@123");
    await page.fill("#captcha", await shownDigits(page, control));
    const answered = page.waitForResponse("**/services/authenticate");
    await page.getByRole("button", { name: "Login" }).click();
    await answered;
    await expect(page.locator("alert-message .alert-danger")).toContainText(
      text,
    );
  }
  await page.getByRole("link", { name: "Close" }).click();
  await expect(page.locator("alert-message")).toHaveCount(0);
});

test("Forgot Password unlocks and sets a new one, by an OTP that was sent", async ({
  page,
  control,
}) => {
  await page.goto("/services/login");
  await page.getByRole("link", { name: "Forgot Password" }).click();
  await page.getByLabel("Username").fill("locked");
  await page.getByRole("button", { name: "Generate OTP" }).click();
  const [message] = await control.messages("locked");
  await page.getByLabel("One-Time Password (OTP)").fill("000000");
  await fillPasswords(page, NEW_PASSWORD);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.locator(".err")).toHaveText("OTP is Incorrect.");
  await page.getByLabel("One-Time Password (OTP)").fill(message?.otp ?? "");
  await fillPasswords(page, NEW_PASSWORD);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.locator("#alertMsg")).toHaveText(
    "Your password has been changed. You can log in now.",
  );
  expect(await control.taxpayer("locked")).toMatchObject({
    locked: false,
    failedLogins: 0,
  });
  await login(page, control, "locked", NEW_PASSWORD);
  await page.waitForURL("**/fowelcome");
});

test("an OTP for a new password is good for ten minutes", async ({
  page,
  control,
}) => {
  await page.goto("/services/forgotpassword");
  await page.getByLabel("Username").fill("locked");
  await page.getByRole("button", { name: "Generate OTP" }).click();
  const [message] = await control.messages("locked");
  await control.advance("PT10M");
  await page.goto("/services/forgotpassword");
  expect((await control.taxpayer("locked")).locked).toBe(true);
  const outcome = await page.request.post(
    "/services/forgotpassword/newpassword",
    { form: { otp: message?.otp ?? "", new_pass: NEW_PASSWORD } },
  );
  expect(outcome.ok()).toBe(false);
  expect((await control.taxpayer("locked")).locked).toBe(true);
});

test("Forgot Password does not tell whether there is such a taxpayer", async ({
  page,
  control,
}) => {
  await page.goto("/services/forgotpassword");
  await page.getByLabel("Username").fill("nobody_at_all");
  await page.getByRole("button", { name: "Generate OTP" }).click();
  await expect(page.getByLabel("One-Time Password (OTP)")).toBeVisible();
  expect(await control.messages()).toEqual([]);
});

test("Forgot Username does not tell whether there is such a taxpayer", async ({
  page,
  control,
}) => {
  const said: string[] = [];
  const { gstin } = await control.taxpayer("never_enabled");
  for (const asked of [gstin, "29AAAPZ0000A1ZE"]) {
    await page.goto("/services/forgotusername");
    await page.getByLabel("GSTIN/UIN").fill(asked);
    await page.getByRole("button", { name: "Submit" }).click();
    const answer = await page.locator("p.alert-success").textContent();
    said.push(answer?.replace(asked, "…") ?? "");
  }
  expect(said[0]).toContain("If … is registered");
  expect(said[1]).toBe(said[0]);
  expect(await control.messages()).toHaveLength(1);
});

test("Forgot Username sends the user name to who knows the GSTIN", async ({
  page,
  control,
}) => {
  const { gstin } = await control.taxpayer("never_enabled");
  await page.goto("/services/login");
  await page.getByRole("link", { name: "Forgot Username" }).click();
  await page.getByLabel("GSTIN/UIN").fill("29ABC");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.locator(".err")).toBeVisible();
  await page.getByLabel("GSTIN/UIN").fill(gstin.toLowerCase());
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.locator("p.alert-success")).toBeVisible();
  const [message] = await control.messages("never_enabled");
  expect(message?.text).toContain("never_enabled");
});

test("an expired password must be changed before anything else", async ({
  page,
  control,
}) => {
  await login(page, control, "old_password");
  await page.waitForURL("**/services/auth/changepassword");
  await expect(page.locator("p.alert-danger")).toHaveText(
    "Your password has been expired. Kindly change your password.",
  );
  await page.getByLabel("Old Password").fill(PASSWORD);
  await fillPasswords(page, NEW_PASSWORD);
  await page.locator("#submitpwd").click();
  await expect(page.locator("p.alert-success")).toBeVisible();
  await page.goto("/services/auth/");
  await expect(page).toHaveURL(/fowelcome$/);
});

test("the Quick Link changes the password too", async ({ page, control }) => {
  await signIn(page, control);
  await page.getByRole("link", { name: "View Profile" }).click();
  await page
    .locator(".list-group")
    .getByRole("link", { name: "Change Password" })
    .click();
  await page.getByLabel("Old Password").fill(PASSWORD);
  await fillPasswords(page, NEW_PASSWORD);
  await page.locator("#submitpwd").click();
  await expect(page.locator("p.alert-success")).toBeVisible();
});

test("a cancelled registration keeps out", async ({ page, control }) => {
  await login(page, control, "cancelled");
  await expect(page.locator("alert-message")).toContainText(
    "The registration of this taxpayer has been cancelled.",
  );
});

test.describe("with a new device", () => {
  test("the OTP that was sent leads in", async ({ page, control }) => {
    await login(page, control, "new_device");
    await page.waitForURL("**/services/otpforauth");
    await expect(page.locator(".content-pane")).toContainText(
      "Dear User, Please enter the One-Time Password (OTP) sent to your registered Email Address and Mobile Number. This extra step is for your security because the User logged in with new device",
    );
    const messages = await control.messages("new_device");
    expect(messages.map(({ channel }) => channel).toSorted()).toEqual([
      "email",
      "sms",
    ]);
    await page.locator("#otp").fill(messages[0]?.otp ?? "");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL("**/fowelcome");
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name)).toContain("RBA_COOKIE");
  });

  test("a wrong OTP leads back to the login page", async ({
    page,
    control,
  }) => {
    await login(page, control, "new_device");
    await page.locator("#otp").fill("000000");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.locator(".alert-danger")).toHaveText(
      "OTP is Incorrect. Click here to login again",
    );
    await page.goto("/services/auth/");
    await expect(page).toHaveURL(/accessdenied/);
  });

  test("nothing is open before the OTP", async ({ page, control }) => {
    await login(page, control, "new_device");
    await page.waitForURL("**/services/otpforauth");
    await page.goto("/services/auth/");
    await expect(page).toHaveURL(/accessdenied/);
  });
});

test.describe("as many sessions as may be", () => {
  test("keep another one out", async ({ page, control }) => {
    await login(page, control, "sessions_full");
    await page.waitForURL("**/services/serverbusy");
    await expect(page.locator(".ui-card")).toContainText(
      "Max User Session Count Reached",
    );
  });

  test("let one in again after a logout, or after the idle time", async ({
    browser,
    page,
    control,
    address,
  }) => {
    await control.patchTaxpayer("never_enabled", { sessionCap: 1 });
    await signIn(page, control);
    const { cookies } = await page.context().storageState();
    const others = cookies.filter(({ name }) => name === "SimulatorWorld");
    const context = await browser.newContext({ baseURL: address.url });
    await context.addCookies(others);
    const other = await context.newPage();
    await login(other, control, "never_enabled");
    await other.waitForURL("**/serverbusy");
    await page.goto("/services/logout");
    await signIn(other, control);
    await login(page, control, "never_enabled");
    await page.waitForURL("**/serverbusy");
    await control.advance("PT15M");
    await signIn(page, control);
    await context.close();
  });
});
