import { redirectPortal } from "../../kit/index.ts";
import { PASSWORD } from "../edition-2026/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

test("a script keeps its addresses and needs no switch", async ({
  page,
  context,
  control,
  address,
}) => {
  await redirectPortal(context, address);
  await page.goto("https://services.gst.gov.in/");
  expect(page.url()).toBe("https://services.gst.gov.in/services/login");
  await page.fill("#username", "never_enabled");
  await page.fill("#user_pass", PASSWORD);
  await page.locator("#imgCaptcha.captcha").waitFor();
  await page.fill("#captcha", (await control.captcha()).answer);
  await page.click("//button[text()='Login']");
  await page.waitForURL("https://services.gst.gov.in/services/auth/fowelcome");
  const names = (await context.cookies("https://services.gst.gov.in")).map(
    ({ name }) => name,
  );
  expect(names).toEqual(expect.arrayContaining(["AuthToken", "Lang"]));

  await page.getByRole("link", { name: "View Profile" }).click();
  await page.getByRole("link", { name: "Manage API Access" }).click();
  await page.getByLabel("Yes").check();
  await page.selectOption("select#districts", { label: "6 hrs" });
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.locator("p.alert-success")).toContainText("6 hrs");
  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess).toMatchObject({ enabled: true, duration: "6 hrs" });

  await page.goto("https://services.gst.gov.in/services/auth/");
  expect(page.url()).toBe(
    "https://services.gst.gov.in/services/auth/fowelcome",
  );
  await page.getByTitle("Return Dashboard").click();
  await expect(page).toHaveURL(
    /^https:\/\/return\.gst\.gov\.in\/returns\/auth\/dashboard/,
  );
  await expect(page.locator("select[name=fin]")).toBeVisible();
  await page.goto("https://services.gst.gov.in/services/logout");
  await page.goto("https://services.gst.gov.in/services/auth/");
  expect(page.url()).toContain("/services/error/accessdenied");
});

test("no console error comes of it", async ({ page, context, address }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await redirectPortal(context, address);
  await page.goto("https://services.gst.gov.in/");
  await page.fill("#username", "a");
  await page.locator("#imgCaptcha.captcha").waitFor();
  expect(errors).toEqual([]);
});
