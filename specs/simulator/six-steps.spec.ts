import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";
import { LOGIN, MANAGE_API_ACCESS, PASSWORD } from "./support/visitor.ts";

const success = (page: Page) => page.locator("p.alert.alert-success");

/** Goes on with Tab until `target` has the focus, as far as a person would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () =>
    target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

async function expectDone(page: Page, duration: string): Promise<void> {
  await expect(success(page)).toContainText(`active for ${duration}`);
  await page.goto(MANAGE_API_ACCESS);
  await expect(success(page)).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(page.getByLabel("Duration")).toBeVisible();
  const chosen = page.getByLabel("Duration").locator("option:checked");
  await expect(chosen).toHaveText(duration);
}

test.describe("The six steps of the guide", () => {
  test("work with the mouse", async ({ page, control }) => {
    await page.goto("/");
    await page.getByLabel("Username").click();
    await page.keyboard.type("never_enabled");
    await page.getByLabel("Password").click();
    await page.keyboard.type(PASSWORD);
    await page.getByRole("button", { name: "Login" }).click();
    await page.getByRole("link", { name: "View Profile" }).click();
    await page
      .getByRole("listitem")
      .getByRole("link", { name: "Manage API Access", exact: true })
      .click();

    const duration = page.getByLabel("Duration");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(duration).toBeHidden();
    await page.getByRole("radio", { name: "Yes" }).click();
    await expect(duration).toBeVisible();
    await page.getByRole("radio", { name: "No" }).click();
    await expect(duration).toBeHidden();
    await page.getByRole("radio", { name: "Yes" }).click();
    await duration.selectOption("7 days");
    await page.getByRole("button", { name: "Confirm" }).click();

    await expectDone(page, "7 days");
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toMatchObject({ enabled: true, duration: "7 days" });
  });

  test("work with the keyboard alone", async ({ page, control }) => {
    await page.goto(LOGIN);
    await expect(page.getByLabel("Username")).toBeFocused();
    await page.keyboard.type("never_enabled");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "Welcome",
    );
    await tabTo(page, page.getByRole("link", { name: "View Profile" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/myprofile/);
    await tabTo(
      page,
      page.getByRole("link", { name: "Manage API Access", exact: true }),
    );
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/manageapiaccess/);

    await tabTo(page, page.getByRole("radio", { name: "Yes" }));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "No" })).toBeChecked();
    await expect(page.getByLabel("Duration")).toBeHidden();
    await page.keyboard.press("ArrowLeft");
    await tabTo(page, page.getByLabel("Duration"));
    await page.keyboard.type("12");
    await tabTo(page, page.getByRole("button", { name: "Confirm" }));
    await page.keyboard.press("Enter");

    await expectDone(page, "12 hrs");
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toMatchObject({ enabled: true, duration: "12 hrs" });
  });

  test("work with clicks on labels", async ({ page, signedIn, control }) => {
    const label = (text: string) =>
      page.locator("label").filter({ hasText: new RegExp(`^${text}$`) });
    await page.goto(LOGIN);
    await label("Password").click();
    await expect(page.getByLabel("Password")).toBeFocused();
    await label("Username").click();
    await expect(page.getByLabel("Username")).toBeFocused();

    await signedIn("never_enabled");
    await page.goto(MANAGE_API_ACCESS);
    await label("No").click();
    await expect(page.getByRole("radio", { name: "No" })).toBeChecked();
    await label("Yes").click();
    await expect(page.getByRole("radio", { name: "Yes" })).toBeChecked();
    await label("Duration").click();
    await expect(page.getByLabel("Duration")).toBeFocused();
    await page.getByLabel("Duration").selectOption("30 days");
    await page.getByRole("button", { name: "Confirm" }).click();

    await expectDone(page, "30 days");
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toMatchObject({ enabled: true, duration: "30 days" });
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("work too", async ({ page, control }) => {
      await page.goto("/");
      await page.getByLabel("Username").fill("never_enabled");
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Login" }).click();
      await page.getByRole("link", { name: "View Profile" }).click();
      await page
        .getByRole("listitem")
        .getByRole("link", { name: "Manage API Access", exact: true })
        .click();
      await page.getByRole("radio", { name: "Yes" }).check();
      await page.getByLabel("Duration").selectOption("6 hrs");
      await page.getByRole("button", { name: "Confirm" }).click();

      await expectDone(page, "6 hrs");
      const { apiAccess } = await control.taxpayer("never_enabled");
      expect(apiAccess).toMatchObject({ enabled: true, duration: "6 hrs" });
    });
  });
});

test("No in the browser switches off and says so", async ({
  page,
  signedIn,
  control,
}) => {
  await signedIn("enabled_30_days");
  await page.goto(MANAGE_API_ACCESS);
  await page.getByRole("radio", { name: "No" }).check();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(success(page)).toHaveText(
    "API access has been disabled with immediate effect.",
  );
  const { apiAccess } = await control.taxpayer("enabled_30_days");
  expect(apiAccess.enabled).toBe(false);
});

test("the way back through the browser's history shows no choice that was not made", async ({
  page,
  signedIn,
}) => {
  await signedIn("never_enabled");
  await page.goto(MANAGE_API_ACCESS);
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.locator(".err")).toHaveCount(1);
  await page.goto(MANAGE_API_ACCESS);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});
