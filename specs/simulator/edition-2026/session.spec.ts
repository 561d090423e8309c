import type { Page } from "@playwright/test";
import { signIn } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

/** From here on only `runFor` moves the browser's clock, however slow the machine is. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(3_600_000);
}

test.describe("an idle browser", () => {
  test.beforeEach(async ({ page, signedIn }) => {
    await stopClock(page);
    await signedIn("never_enabled");
    await page.goto("/services/auth/");
  });

  test("is warned at 12 minutes, and Continue keeps it signed in", async ({
    page,
  }) => {
    await page.clock.runFor(11 * 60_000);
    await expect(page.locator("#sessionModal")).toHaveCount(0);
    await page.clock.runFor(60_000);
    await expect(page.locator("#sessionModal .modal-title")).toHaveText(
      "Warning",
    );
    await expect(page.locator("#sessionModal .modal-body")).toHaveText(
      "Your logged in session will expire in next 03:00 Minutes. Click Continue to extend your session, or click Logout to logout of the application.",
    );
    const kept = page.waitForResponse("**/services/auth/api/keepalive");
    await page.locator("#dataSessOK").click();
    expect((await kept).ok()).toBe(true);
    await expect(page.locator("#sessionModal")).toHaveCount(0);
    await page.clock.runFor(11 * 60_000);
    await expect(page).toHaveURL(/fowelcome$/);
    await page.clock.runFor(60_000);
    await expect(page.locator("#sessionModal")).toBeVisible();
  });

  test("can log out from the warning", async ({ page }) => {
    await page.clock.runFor(12 * 60_000);
    await page.locator("#dataLogout").click();
    await expect(page.locator("div.ui-card-text")).toContainText(
      "You have successfully logged out of GST Portal.",
    );
  });

  test("is logged out at 15 minutes", async ({ page }) => {
    await page.clock.runFor(14 * 60_000);
    await expect(page).toHaveURL(/fowelcome$/);
    await page.clock.runFor(60_000);
    await expect(page).toHaveURL(/\/services\/logout$/);
  });
});

test("the server forgets who does nothing for 15 minutes", async ({
  page,
  control,
}) => {
  await signIn(page, control);
  await control.advance("PT14M");
  await page.getByRole("link", { name: "View Profile" }).click();
  await expect(page).toHaveURL(/myprofile$/);
  await control.advance("PT15M");
  await page.getByRole("link", { name: "Manage API Access" }).click();
  await expect(page).toHaveURL(/\/services\/error\/accessdenied$/);
  await expect(page.locator(".ui-card")).toContainText("Access Denied!");
  await expect(page.locator(".ui-card")).toContainText(
    "Your session is expired or you don't have permission to access the requested page. Click here to Login.",
  );
});

test("a keepalive counts as doing something, at the server too", async ({
  context,
  control,
  signedIn,
}) => {
  await signedIn("never_enabled");
  for (const { idle, status } of [
    { idle: "PT14M", status: 200 },
    { idle: "PT14M", status: 200 },
    { idle: "PT15M", status: 403 },
  ]) {
    await control.advance(idle);
    const answer = await context.request.get("/services/auth/api/keepalive");
    expect(answer.status()).toBe(status);
  }
});

test("a call of a page whose session is lost leads to Access Denied", async ({
  page,
  control,
}) => {
  await signIn(page, control);
  await page.getByRole("link", { name: "View Profile" }).click();
  await page.getByRole("link", { name: "Manage API Access" }).click();
  await page.getByLabel("No", { exact: true }).check();
  await control.advance("PT15M");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL(/\/services\/error\/accessdenied$/);
});

test("a login page that nobody uses leads home after 5 minutes", async ({
  page,
}) => {
  await stopClock(page);
  await page.goto("/services/login");
  await page.clock.runFor(4 * 60_000);
  await expect(page).toHaveURL(/login$/);
  await page.clock.runFor(60_000);
  await expect(page).toHaveURL(/\/home$/);
  await page
    .locator("xpath=//a[contains(@href,'login') and normalize-space()='Login']")
    .first()
    .click();
  await expect(page).toHaveURL(/\/services\/login$/);
});

for (const path of [
  "/services/auth/myprofile",
  "/services/auth/manageapiaccess",
  "/services/auth/changepassword",
]) {
  test(`a deep link to ${path} without a referrer is denied`, async ({
    page,
    control,
  }) => {
    await signIn(page, control);
    await page.goto(path);
    await expect(page).toHaveURL(/\/services\/error\/accessdenied$/);
    // The session lives on; scripts go by /services/auth/.
    await page.goto("/services/auth/");
    await expect(page).toHaveURL(/fowelcome$/);
    const { origin } = new URL(page.url());
    await page.goto(path, { referer: `${origin}/services/auth/fowelcome` });
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  });
}

test("opening the login page ends a live session", async ({
  page,
  control,
}) => {
  await signIn(page, control);
  await page.goto("/services/login");
  await page.goto("/services/auth/");
  await expect(page).toHaveURL(/accessdenied$/);
  const [last] = await control.journal({ limit: 1 });
  expect(last).toMatchObject({ kind: "logout", username: "never_enabled" });
});

test("the cookies have the portal's names, before and after", async ({
  page,
  control,
}) => {
  const names = async () =>
    (await page.context().cookies()).map(({ name }) => name);
  await page.goto("/services/login");
  await page.fill("#username", "a");
  await page.locator("#imgCaptcha.captcha").waitFor();
  expect(await names()).toEqual(
    expect.arrayContaining(["CaptchaCookie", "Lang", "TS01b8883c"]),
  );
  expect(await names()).not.toContain("AuthToken");
  await signIn(page, control);
  expect(await names()).toEqual(
    expect.arrayContaining(["AuthToken", "UserName", "EntityRefId"]),
  );
  expect(await names()).not.toContain("CaptchaCookie");
  await page.goto("/services/logout");
  expect(await names()).not.toContain("AuthToken");
});

test("a sign-in works when all cookies are cleared after the page has loaded", async ({
  page,
  control,
}) => {
  await page.goto("/services/login");
  await page.context().clearCookies({ name: /^(?!SimulatorWorld)/ });
  await page.fill("#username", "never_enabled");
  await page.fill("#user_pass", "Simulator@1");
  await page.locator("#imgCaptcha.captcha").waitFor();
  await page.fill("#captcha", (await control.captcha()).answer);
  await page.getByRole("button", { name: "Login" }).click();
  await page.waitForURL("**/fowelcome");
});
