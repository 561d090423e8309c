import type { Page } from "@playwright/test";
import { HEADLESS, expect, test } from "./portal-by-https.ts";

test.setTimeout(90_000);

/**
 * The whole flow of a public script of 2023-24, step by step from its description (facts:
 * portal §9.3), at the portal's own address and with a browser of its own.
 */
for (const { username, clicksYes } of [
  { username: "never_enabled", clicksYes: true },
  // Its usual path: access is on already, so the page shows the duration at once.
  { username: "enabled_30_days", clicksYes: false },
]) {
  test(`the Playwright script of 2023-24 enables 30 days for ${username}`, async ({
    byHttps,
    switches,
    programs,
    playwright,
  }) => {
    const browser = await playwright.chromium.launch({
      args: [...HEADLESS, ...switches],
      ...(programs.browser !== undefined && {
        executablePath: programs.browser,
      }),
    });
    const page = await browser.newPage();
    const before = await byHttps.control.taxpayer(username);
    await page.goto("https://services.gst.gov.in/services/login");
    await page.fill("#username", username);
    await page.fill("#user_pass", "Simulator@1");
    await page.locator("#imgCaptcha.captcha").screenshot();
    await page.fill("#captcha", (await byHttps.control.captcha()).answer);
    await page.click("//button[text()='Login']");
    // The login page has such a menu, too: a script that does not wait may open that one.
    await page.waitForURL("**/fowelcome");

    await page.click("(//a[@data-toggle='dropdown'])[1]");
    await page.click("//a[text()='My Profile']");
    await page.click("(//a[text()='Manage API Access'])[1]");
    if (clicksYes) await page.locator("label", { hasText: "Yes" }).click();
    await page.selectOption("select#districts", { label: "30 days" });
    await page.click("button[type=submit]");
    await page.waitForSelector("//p[@class='alert alert-success']");
    await logOut(page);
    await browser.close();

    const { apiAccess } = await byHttps.control.taxpayer(username);
    expect(apiAccess).toMatchObject({ enabled: true, duration: "30 days" });
    expect(apiAccess.since).not.toBe(before.apiAccess.since);
  });
}

async function logOut(page: Page): Promise<void> {
  await page.click(".lang-dpwn");
  await page.click("#myPrflDis >> text=Logout");
  await expect(page.locator("div.ui-card-text")).toContainText(
    "You have successfully logged out of GST Portal.",
  );
}
