import type { Page } from "@playwright/test";
import { load } from "cheerio";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

/** A property of the page's text as it is shown now. */
const shown = async (page: Page, property: "fontSize" | "backgroundColor") =>
  page.evaluate((name) => getComputedStyle(document.body)[name], property);

test("A+ and A− change the size of the text, also of the pages after it", async ({
  page,
}) => {
  const body = page.locator("body");
  await page.goto("/services/login");
  const before = await shown(page, "fontSize");
  await page.locator(".f-up button").click();
  const larger = await shown(page, "fontSize");
  expect(parseFloat(larger)).toBeGreaterThan(parseFloat(before));
  await page.getByRole("link", { name: "Forgot Username" }).click();
  await expect(page).toHaveURL(/forgotusername$/);
  await expect(body).toHaveCSS("font-size", larger);
  await page.locator(".f-down button").click();
  await expect(body).toHaveCSS("font-size", before);
  await page.locator(".f-down button").click();
  const smaller = await shown(page, "fontSize");
  expect(parseFloat(smaller)).toBeLessThan(parseFloat(before));
});

test("the contrast is raised by a button, kept on the next page, and lowered by the same", async ({
  page,
}) => {
  const body = page.locator("body");
  await page.goto("/services/login");
  const before = await shown(page, "backgroundColor");
  await page.locator(".high-low button").click();
  const raised = await shown(page, "backgroundColor");
  expect(raised).not.toBe(before);
  await page.getByRole("link", { name: "Forgot Password" }).click();
  await expect(page).toHaveURL(/forgotpassword$/);
  await expect(body).toHaveCSS("background-color", raised);
  await page.locator(".high-low button").click();
  await expect(body).toHaveCSS("background-color", before);
});

test("the skip link leads to the content", async ({ page }) => {
  await page.goto("/services/login");
  await page.getByRole("link", { name: "Skip to Main Content" }).click();
  await expect(page.locator("#content")).toBeFocused();
});

test("the header has Register and Login for who is not signed in", async ({
  page,
}) => {
  await page.goto("/services/login");
  await expect(page.locator(".main-header a.button")).toHaveText([
    "Register",
    "Login",
  ]);
  await expect(page.locator("#main > ul > li:visible > a")).toHaveText([
    "Home",
    "Services",
    "GST Law",
    "Downloads",
    "Search Taxpayer",
    "Help and Taxpayer Facilities",
    "e-Invoice",
    "News and Updates",
  ]);
});

test("the user menu has the portal's entries in its order, opens at a click and closes by Escape", async ({
  page,
  control,
  signedIn,
}) => {
  await control.patchTaxpayer("never_enabled", {
    tradeName: "A Name of More Than Twenty Characters",
    lastLoginAt: "2026-08-19T11:31:00Z",
  });
  await signedIn("never_enabled");
  await page.goto("/services/auth/");
  const toggle = page.locator(".lang-dpwn");
  await expect(toggle).toHaveText("A Name of More Than");
  await expect(toggle).toHaveAttribute(
    "title",
    "A Name of More Than Twenty Characters",
  );
  const menu = page.locator("ul#myPrflDis");
  await expect(menu).toBeHidden();
  await toggle.click();
  await expect(menu.locator("li")).toHaveText([
    "Last Logged In at19/08/2026 17:01 IST",
    "My Profile",
    "Change Password",
    "Register / Update DSC",
    "Logout",
  ]);
  await expect(menu.locator("a[target=_self]")).toHaveCount(4);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
});

test("header and footer have the portal's ids and words", async ({
  request,
}) => {
  const $ = load(await (await request.get("/services/login")).text());
  expect($("header.main-header #emblemDis")).toHaveLength(1);
  expect($("h1.site-title a#emblemTitDis").text()).toBe(
    "Goods and Services Tax",
  );
  expect($("h1.site-title .subtitle").text()).toBe(
    "Government of India, States and Union Territories",
  );
  const wordsOf = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text());
  expect(wordsOf("footer .fhead")).toEqual([
    "About GST",
    "Website Policies",
    "Related Sites",
    "Help and Taxpayer Facilities",
    "Contact Us",
  ]);
  expect($("footer").text()).toContain("1800-103-4786");
  expect(wordsOf(".footer-bottom p")).toEqual([
    "© 2026-27 Goods and Services Tax Network",
    "Site Last Updated on 05-05-2026",
    "Designed & Developed by GSTN",
    "Site best viewed at 1024 x 768 resolution in Microsoft Edge, Google Chrome 49+, Firefox 45+ and Safari 6+",
  ]);
  expect($(".back-to-top").text().trim()).toBe("Top");
});

test("the footer's groups close and open", async ({ page }) => {
  await page.goto("/services/login");
  const groups = page.locator("footer .fhead").first();
  await page.locator(".expbtn").click();
  await expect(groups).toBeHidden();
  await page.locator(".expbtn").click();
  await expect(groups).toBeVisible();
});

test("the dashboard has the balance of each ledger, and the profile's card", async ({
  context,
  signedIn,
}) => {
  await signedIn("never_enabled");
  const answer = await context.request.get("/services/auth/dashboard");
  const $ = load(await answer.text());
  const wordsOf = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text().trim());
  expect(wordsOf(".dash-content > .row > div > h4")).toHaveLength(1);
  expect(wordsOf("tbody th")).toEqual([
    "Electronic Liability Register (Return related)",
    "Electronic Cash Ledger",
    "Electronic Credit Ledger",
    "Electronic Credit Reversal and Re-claimed Statement",
    "RCM Liability/ITC Statement",
    "Negative liability statement",
  ]);
  expect(wordsOf("thead th").slice(1)).toEqual([
    "IGST (₹)",
    "CGST (₹)",
    "SGST (₹)",
    "CESS (₹)",
  ]);
  expect(wordsOf(".dp-widgt > a.tp-pfl-lnk")).toEqual(["View Profile"]);
  expect(wordsOf("[data-tabs] a")).toEqual(["Notices/Orders", "Saved Forms"]);
});
