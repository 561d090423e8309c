import { PASSWORD, login } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

for (const { page, status, text } of [
  { page: "accessdenied", status: 403, text: "Access Denied!" },
  { page: "accessdenied?twoTab=TAB", status: 403, text: "Access Denied!" },
  { page: "blocked", status: 403, text: "Access Blocked" },
  {
    page: "system",
    status: 500,
    text: "System error occurred. Please try after sometime.",
  },
  { page: "notfound", status: 404, text: "Page not found" },
]) {
  test(`/services/error/${page} says what is in the way`, async ({
    request,
  }) => {
    const answer = await request.get(`/services/error/${page}`);
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(text);
  });
}

for (const code of ["SWEB_8000", "SWEB_8002", "RSK_1001"]) {
  test(`a sign-in can be made to fail with ${code}, and counts for nothing`, async ({
    request,
    control,
  }) => {
    await control.addFault({ at: "login", kind: "code", code });
    await request.get("/services/login");
    await request.get("/services/captcha");
    const { answer: captcha } = await control.captcha();
    const data = { username: "never_enabled", password: "Wrong@1", captcha };
    const answer = await request.post("/services/authenticate", { data });
    expect(await answer.json()).toEqual({
      url: "/",
      message: null,
      errorCode: code,
    });
    const { failedLogins } = await control.taxpayer("never_enabled");
    expect(failedLogins).toBe(0);
  });
}

test("a sign-in that is blocked leads to a page that says so", async ({
  page,
  control,
}) => {
  await control.addFault({ at: "login", kind: "code", code: "RSK_1001" });
  await login(page, control, "never_enabled");
  await expect(page).toHaveURL(/\/services\/error\/blocked$/);
  await expect(page.locator(".ui-card")).toContainText("Access Blocked");
});

test("a failure of the system is told in the strip", async ({
  page,
  control,
}) => {
  await control.addFault({ at: "login", kind: "code", code: "SWEB_8002" });
  await login(page, control, "never_enabled");
  await expect(page.locator("alert-message .alert-danger")).toContainText(
    "Login Failed due to Technical error. Please try after some time.",
  );
});

test("a call that is answered 401 leads to Access Denied, with the tab's mark", async ({
  page,
  control,
  signedIn,
}) => {
  await signedIn("never_enabled");
  await page.goto("/services/auth/");
  await page.getByRole("link", { name: "View Profile" }).click();
  await page.getByRole("link", { name: "Manage API Access" }).click();
  await page.getByLabel("No", { exact: true }).check();
  await control.addFault({
    at: "manage-api-access",
    kind: "error",
    status: 401,
    method: "POST",
  });
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL(/\/error\/accessdenied\?twoTab=TAB$/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the form tells of them too", async ({ page, control }) => {
    await control.addFault({ at: "login", kind: "code", code: "SWEB_8000" });
    await page.goto("/services/login");
    await page.fill("#username", "never_enabled");
    await page.fill("#user_pass", PASSWORD);
    await page.getByRole("button", { name: "Login" }).click();
    await expect(page.locator(".alert-danger")).toContainText(
      "System error occurred. Please try after sometime.",
    );
  });
});
