import type { Page } from "@playwright/test";
import { EVERY_RULE, violations } from "../support/axe.ts";
import { expect, test } from "./calls.ts";

const PANEL = "/__simulator";
function row(page: Page, username: string) {
  return page.getByRole("row").filter({ hasText: username });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a person switches API access on, lets it run out and switches it off", async ({
    page,
    control,
  }) => {
    const press = (name: string) =>
      page.getByRole("button", { name, exact: true }).click();
    await page.goto(PANEL);
    await page.getByLabel("Duration for never_enabled").selectOption("30 days");
    await press("Enable API access of never_enabled");
    await expect(row(page, "never_enabled")).toContainText("left of 30 days");
    await press("Expire API access of never_enabled");
    await expect(row(page, "never_enabled")).toContainText("Ran out");
    expect(await control.taxpayer("never_enabled")).toMatchObject({
      apiAccess: { enabled: false, duration: "30 days" },
    });
    await press("Switch off API access of enabled_30_days");
    await expect(row(page, "enabled_30_days")).toContainText("Off");
  });

  test("a person locks and unlocks", async ({ page, control }) => {
    await page.goto(PANEL);
    await page.getByRole("button", { name: "Lock never_enabled" }).click();
    await expect(row(page, "never_enabled")).toContainText("Locked");
    await page.getByRole("button", { name: "Unlock never_enabled" }).click();
    await expect(page.getByRole("status")).toHaveText(
      "The account is unlocked.",
    );
    expect(await control.taxpayer("never_enabled")).toMatchObject({
      locked: false,
      failedLogins: 0,
    });
  });

  test("a person moves the clock and puts it back", async ({
    page,
    control,
  }) => {
    await page.goto(PANEL);
    await page.getByRole("button", { name: "+ 6 hours" }).click();
    await expect(page.getByText("ahead of real time (PT6H)")).toBeVisible();
    await page.getByLabel("Set to (IST)").fill("2030-01-02T03:04");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await expect(page.getByText("02/01/2030 03:04")).toBeVisible();
    expect((await control.now()).toISOString()).toContain("2030-01-01T21:34");
    await page.getByRole("button", { name: "Back to real time" }).click();
    await expect(page.getByText("IST, on real time")).toBeVisible();
  });

  test("a person arms and disarms a fault", async ({ page, control }) => {
    await page.goto(PANEL);
    await page.getByLabel("The next times, at").selectOption("profile");
    await page.getByLabel("answer with").selectOption("maintenance");
    await page.getByLabel("How often").fill("3");
    await page.getByRole("button", { name: "Arm" }).click();
    await expect(page.getByText("maintenance 503 at profile")).toBeVisible();
    expect(await control.faults()).toMatchObject([{ times: 3 }]);
    await page.getByRole("button", { name: "Disarm all" }).click();
    await expect(page.getByText("No fault is armed")).toBeVisible();
  });

  test("a fault that cannot be is told so and changes nothing", async ({
    page,
    control,
  }) => {
    await page.goto(PANEL);
    await page.getByLabel("answer with").selectOption("delay");
    await page.getByRole("button", { name: "Arm" }).click();
    await expect(page.getByRole("alert")).toContainText("delay");
    expect(await control.faults()).toEqual([]);
  });

  test("a person resets the world", async ({ page, control }) => {
    await control.patchTaxpayer("never_enabled", { locked: true });
    await page.goto(PANEL);
    await page.getByRole("button", { name: "Reset this world" }).click();
    await expect(row(page, "never_enabled")).not.toContainText("Locked");
  });

  test("a person switches the scenario", async ({ page, control }) => {
    await page.goto(PANEL);
    await page
      .getByRole("combobox", { name: "Scenario" })
      .selectOption("classroom");
    await page.getByRole("button", { name: "Switch", exact: true }).click();
    await expect(row(page, "trainee01")).toBeVisible();
    expect(await control.scenario()).toMatchObject({ name: "classroom" });
  });

  test("a person goes into another world and is there in the portal too", async ({
    page,
    context,
  }) => {
    await page.goto(PANEL);
    await page.getByLabel("World", { exact: true }).fill("elsewhere");
    await page.getByRole("button", { name: "Go there" }).click();
    await expect(page.getByRole("banner")).toContainText("world elsewhere");
    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name === "SimulatorWorld")?.value).toBe(
      "elsewhere",
    );
  });

  test("one click signs in as a taxpayer", async ({ page }) => {
    await page.goto(PANEL);
    await page.getByRole("button", { name: "Sign in as minutes_left" }).click();
    await expect(page.getByText("Welcome Lotus Lamps")).toBeVisible();
  });
});

test("what happens in the world is shown while it happens", async ({
  page,
  request,
  control,
  requestOtp,
}) => {
  await page.goto(PANEL);
  await expect(page.getByText("Nothing has happened yet")).toBeVisible();
  await control.addFault({ at: "login", kind: "error" });
  await expect(page.getByText("error 503 at login, once")).toBeVisible();
  await request.get("/services/login");
  await expect(page.getByRole("region", { name: "Journal" })).toContainText(
    "error 503 at login",
  );
  await requestOtp("enabled_30_days");
  await expect(page.getByRole("group", { name: "Messages" })).toContainText(
    "575757",
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the panel, ${colorScheme}`, async ({
    page,
    control,
  }) => {
    await page.emulateMedia({ colorScheme });
    await control.addFault({ at: "login", kind: "error" });
    await page.goto(`${PANEL}?did=reset`);
    expect(await violations(page, EVERY_RULE)).toEqual([]);
  });
}

test("the panel carries the ribbon", async ({ page }) => {
  await page.goto(PANEL);
  await expect(page.getByText("SIMULATOR – not the GST portal")).toBeVisible();
});

test("a form without its token changes nothing", async ({
  request,
  control,
}) => {
  const answer = await request.post(`${PANEL}/panel`, {
    form: { do: "lock", username: "never_enabled" },
  });
  expect(answer.status()).toBe(403);
  expect(await control.taxpayer("never_enabled")).toMatchObject({
    locked: false,
  });
});
