import { expect, test } from "../kit/index.ts";

test("a test's browser, requests and levers are in one world, its own", async ({
  page,
  request,
  control,
  simulator,
}) => {
  await control.patchTaxpayer("never_enabled", { legalName: "Here Only" });
  await page.goto("/services/login");
  const login = page.getByRole("button", { name: "Login" });
  await page.getByLabel("Username").fill("never_enabled");
  await page.getByLabel("Password").fill("Simulator@1");
  await login.click();
  await expect(page.getByText("Welcome Here Only to")).toBeVisible();
  const answer = await request.get("/__simulator/taxpayers/never_enabled");
  expect(await answer.json()).toMatchObject({ legalName: "Here Only" });
  const elsewhere = await simulator.control.taxpayer("never_enabled");
  expect(elsewhere.legalName).not.toBe("Here Only");
});

test("a test is signed in without the login page", async ({
  page,
  signedIn,
}) => {
  await signedIn("enabled_30_days");
  await page.goto("/services/auth/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Monsoon Motors",
  );
});

test("an unknown taxpayer cannot be signed in, and the known ones are named", async ({
  signedIn,
}) => {
  await expect(signedIn("nobody")).rejects.toThrow(/never_enabled/);
});

test.describe("with a scenario of one's own", () => {
  test.use({
    scenario: { name: "mine", taxpayers: [{ username: "only_me" }] },
  });

  test("the test begins in it", async ({ control }) => {
    const taxpayers = await control.taxpayers();
    expect(taxpayers.map(({ username }) => username)).toEqual(["only_me"]);
  });
});
