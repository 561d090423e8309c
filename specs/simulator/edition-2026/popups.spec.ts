import { signIn } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

test("who is asked for Aadhaar can be reminded later", async ({
  page,
  control,
}) => {
  await signIn(page, control, "aadhaar_popup");
  // Without a guard and strictly one, as a public script clicks it.
  await page.getByText("Remind me later").click();
  await expect(page.locator("#adhrtableV")).toHaveCount(0);
  await page.getByRole("link", { name: "View Profile" }).click();
  await expect(page).toHaveURL(/myprofile$/);
});

test("the window leads to the profile", async ({ page, control }) => {
  await signIn(page, control, "aadhaar_popup");
  await page
    .locator("#adhrtableV")
    .getByText("Yes, navigate to My Profile")
    .click();
  await expect(page).toHaveURL(/myprofile$/);
});

test("several come one after the other, never two at once", async ({
  page,
  control,
}) => {
  await signIn(page, control, "all_popups");
  for (const [id, later] of [
    ["adhrtableV", "Remind me later"],
    ["caNumpopupV", "Remind me later"],
    ["exampleModalCenterTitle", "Remind me later"],
    ["confirmDlg", "Cancel"],
  ]) {
    await expect(page.locator(".modal")).toHaveCount(1);
    const window = page.locator(`#${id ?? ""}`);
    await expect(window).toBeVisible();
    await window.locator(".btn.btn-primary[data-dismiss]").click();
    await expect(page.getByText(later ?? "")).toHaveCount(
      id === "adhrtableV" || id === "caNumpopupV" ? 1 : 0,
    );
  }
  await expect(page.locator(".modal")).toHaveCount(0);
});

test("the second link of its footer closes it, and so does Escape", async ({
  page,
  control,
}) => {
  await signIn(page, control, "aadhaar_popup");
  await page.locator("#adhrtableV .modal-footer a:nth-of-type(2)").click();
  await expect(page.locator("#adhrtableV")).toHaveCount(0);
  await page.reload();
  await page.locator("#adhrtableV").waitFor();
  await page.keyboard.press("Escape");
  await expect(page.locator("#adhrtableV")).toHaveCount(0);
});

test("nobody else is asked", async ({ page, control }) => {
  await signIn(page, control);
  await expect(page.getByText("Remind me later")).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing is in the way", async ({ page, signedIn }) => {
    await signedIn("all_popups");
    await page.goto("/services/auth/");
    await page.getByRole("link", { name: "View Profile" }).click();
    await expect(page).toHaveURL(/myprofile$/);
  });
});
