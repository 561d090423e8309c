import { signIn } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026", lenient: true, captcha: "246810" } });

test("--lenient serves deep links without a referrer", async ({
  page,
  control,
}) => {
  await signIn(page, control);
  await page.goto("/services/auth/manageapiaccess");
  await expect(page).toHaveURL(/manageapiaccess$/);
});

test("--lenient lets a session survive the login page", async ({
  page,
  control,
}) => {
  await signIn(page, control);
  await page.goto("/services/login");
  await page.goto("/services/auth/");
  await expect(page).toHaveURL(/fowelcome$/);
});

test("--lenient has no cap on sessions", async ({ page, control }) => {
  await signIn(page, control, "sessions_full");
});

test("--captcha DIGITS shows always these", async ({ control, request }) => {
  await request.get("/services/captcha");
  expect((await control.captcha()).answer).toBe("246810");
});
