import { EVERY_RULE, violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const PANEL = "/__simulator";

test.use({ own: { controlToken: "the-token" } });

test("the panel asks for it, once", async ({ page }) => {
  const first = await page.goto(PANEL);
  expect(first?.status()).toBe(401);
  await expect(page.getByRole("table")).toHaveCount(0);
  expect(await violations(page, EVERY_RULE)).toEqual([]);
  await page.getByLabel("Control token").fill("another");
  await page.getByRole("button", { name: "Open the panel" }).click();
  await expect(page.getByRole("alert")).toContainText("not the token");
  await page.getByLabel("Control token").fill("the-token");
  await page.getByRole("button", { name: "Open the panel" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  await page.getByRole("button", { name: "Lock never_enabled" }).click();
  await expect(page.getByRole("row", { name: "never_enabled" })).toContainText(
    "Locked",
  );
});

test("the panel's cookie opens no other lever", async ({ page, context }) => {
  await page.goto(PANEL);
  await page.getByLabel("Control token").fill("the-token");
  await page.getByRole("button", { name: "Open the panel" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  const answer = await context.request.get(`${PANEL}/taxpayers`);
  expect(answer.status()).toBe(401);
});

test("a program is refused with JSON", async ({ request }) => {
  const answer = await request.get(PANEL);
  expect(answer.status()).toBe(401);
  expect(await answer.json()).toMatchObject({ error: {} });
});
