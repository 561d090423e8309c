import { expect, test } from "../../kit/index.ts";

test.use({ edition: "2026", simulatorOptions: { captcha: "off" } });

test("--captcha off leaves the CAPTCHA out", async ({ page }) => {
  await page.goto("/services/login");
  await page.fill("#username", "never_enabled");
  await page.fill("#user_pass", "Simulator@1");
  await expect(page.locator("#captcha")).toHaveCount(0);
  await page.getByRole("button", { name: "Login" }).click();
  await page.waitForURL("**/fowelcome");
  expect((await page.request.get("/services/captcha")).status()).toBe(404);
});
