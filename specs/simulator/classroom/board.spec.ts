import type { Page } from "@playwright/test";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { expect, test } from "../support/test.ts";
import { EVERY_RULE, violations } from "../support/axe.ts";
import { LANDING, PROFILE } from "../support/visitor.ts";

const BOARD = "/__simulator/classroom";
const HAND_OUT = `${BOARD}/hand-out`;

test.use({ scenario: "classroom" });

function card(page: Page, username: string) {
  return page.getByRole("listitem").filter({
    has: page.getByRole("button", { name: `Reset ${username}` }),
  });
}

test("a trainer watches the class, resets one and resets all", async ({
  page,
  control,
  visitor,
}) => {
  const passwordOf = async (name: string) =>
    (await control.taxpayer(name)).password;
  const counts = page
    .getByRole("region", { name: "The class" })
    .getByRole("listitem");
  const help = page.getByRole("region", { name: "Who may need help" });
  await page.goto(BOARD);
  await expect(card(page, "trainee01")).toContainText("Not begun");
  await expect(counts.first()).toHaveText(/^30\s+Not begun$/);

  // What follows is seen without a reload.
  await page.evaluate("window.isSamePage = true");
  const held = page.getByRole("button", { name: "Reset trainee02" });
  await held.focus();
  await visitor.signIn("trainee01", await passwordOf("trainee01"));
  await visitor.get(LANDING);
  await expect(card(page, "trainee01")).toContainText("2 of 6: Home screen");
  await visitor.get(PROFILE);
  await expect(card(page, "trainee01")).toContainText("3 of 6: Profile");
  await visitor.enable("30 days");
  await expect(card(page, "trainee01")).toContainText("6 of 6: Confirmed");
  await expect(counts.last()).toHaveText(/^1\s+6\. Confirmed$/);
  await visitor.signIn("trainee02", "a wrong one");
  await expect(help).toContainText("trainee02 1 wrong password");
  await expect(held).toBeFocused();
  expect(await page.evaluate("window.isSamePage")).toBe(true);
  expect(await violations(page, EVERY_RULE)).toEqual([]);

  await page.getByRole("button", { name: "Reset trainee01" }).click();
  await expect(page.getByRole("status")).toHaveText("The trainee begins anew.");
  await expect(card(page, "trainee01")).toContainText("Not begun");
  await expect(card(page, "trainee02")).toContainText("1 wrong password");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(help).toContainText("Nobody");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, scenario: "default" });

  test("a class is begun by a button and its progress is seen by a reload", async ({
    page,
    control,
    visitor,
  }) => {
    await page.goto(BOARD);
    await page.getByRole("button", { name: "Begin a class" }).click();
    await expect(card(page, "trainee30")).toContainText("Not begun");
    const { password } = await control.taxpayer("trainee30");
    await visitor.signIn("trainee30", password);
    await page.reload();
    await expect(card(page, "trainee30")).toContainText("1 of 6: Signed in");
  });
});

test("the hand-out has a card for each trainee, none cut by a page's end, and a QR code that leads to the portal", async ({
  page,
  control,
  baseURL,
}) => {
  await page.goto(HAND_OUT);
  const cards = page.getByRole("main").getByRole("listitem");
  await expect(cards).toHaveCount(30);
  const { password } = await control.taxpayer("trainee07");
  await expect(cards.nth(6)).toContainText("trainee07");
  await expect(cards.nth(6)).toContainText(password);
  await expect(cards.nth(6)).toContainText(baseURL ?? "no address");
  const picture = PNG.sync.read(
    await cards.nth(6).getByRole("img").screenshot({ scale: "css" }),
  );
  const code = jsqr.default(
    new Uint8ClampedArray(picture.data),
    picture.width,
    picture.height,
  );
  expect(code?.data).toBe(baseURL);
  expect(await violations(page, EVERY_RULE)).toEqual([]);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(cards.nth(6)).toHaveCSS("break-inside", "avoid");
});
