import type { Page } from "@playwright/test";
import { signIn } from "../sign-in.ts";
import { cookieNames, expect, one, reads, seen, url } from "./reliance.ts";
import type { Place, Reliance } from "./reliance.ts";

const landing: Place = {
  name: "the landing page",
  open: (page, control) => signIn(page, control),
  reliances: [
    url("URL holds /auth/fowelcome", /\/auth\/fowelcome/),
    url('"login" gone from the URL', /^(?!.*login)/),
    one("text node Annual Return", "//*[text()='Annual Return']"),
    one('"Welcome … to"', "text=/^Welcome .+ to/"),
    {
      says: "cookie AuthToken after the login, and the network goes idle",
      holds: async (page) => {
        await page.waitForLoadState("networkidle");
        expect(await cookieNames(page)).toContain("AuthToken");
      },
    },
    {
      says: "role button RETURN DASHBOARD",
      holds: (page) =>
        expect(
          page.getByRole("button", { name: "RETURN DASHBOARD" }),
        ).toBeVisible(),
    },
    reads("Return Dashboard, shown RETURN DASHBOARD", "#content button span", {
      markup: "Return Dashboard",
      shown: "RETURN DASHBOARD",
    }),
    one(
      "button onclick with return.gst.gov.in/returns/auth/dashboard",
      "button[onclick*='return.gst.gov.in/returns/auth/dashboard']",
    ),
    one("span 'Return Dashboard'", "//span[text()='Return Dashboard']"),
    one('[title="Return Dashboard"]', '[title="Return Dashboard"]'),
    seen(".pad-l-50.pad-r-50", ".pad-l-50.pad-r-50"),
    seen(
      "Return Dashboard button by absolute XPath",
      "xpath=/html/body/div[2]/div[2]/div/div[2]/div[2]/div/div[1]/div[3]/div/div[1]/button/span",
    ),
    {
      says: "CONTINUE TO DASHBOARD",
      holds: (page) =>
        expect(
          page.getByRole("button", { name: "CONTINUE TO DASHBOARD" }),
        ).toBeVisible(),
    },
    {
      says: "link 'Dashboard'",
      holds: (page) =>
        expect(
          page.getByRole("link", { name: "Dashboard", exact: true }),
        ).toBeVisible(),
    },
    one(
      ".dp-widgt > a.tp-pfl-lnk View Profile",
      ".dp-widgt > a.tp-pfl-lnk:has-text('View Profile')",
    ),
    {
      says: ".dimmer-holder, of which the style says that it is gone",
      holds: (page) =>
        expect(page.locator(".dimmer-holder")).toHaveAttribute(
          "style",
          "display: none;",
        ),
    },
    one("div of headerCtrl", "div[data-ng-controller=headerCtrl]"),
    seen("#main/ul/li[2]", "//*[@id='main']/ul/li[2]"),
    seen(
      "(//a[@data-toggle='dropdown'])[1]",
      "(//a[@data-toggle='dropdown'])[1]",
    ),
    one(".lang-dpwn", ".lang-dpwn"),
    one(".dropdown-toggle.lang-dpwn", ".dropdown-toggle.lang-dpwn"),
    {
      says: "My Profile by absolute XPath, once the menu toggle's was clicked",
      holds: async (page) => {
        await page.click(`xpath=${MENU}/a`);
        await expect(page.locator(`xpath=${MENU}/ul/li[2]/a`)).toHaveText(
          "My Profile",
        );
        await expect(page.locator(`xpath=${MENU}/ul/li[2]/a`)).toBeVisible();
      },
    },
    seen('a[href*="/services/logout"]', 'a[href*="/services/logout"]:visible'),
    {
      says: "Several go via /services/auth/",
      holds: async (page) => {
        await page.goto("/services/auth/");
        await expect(page).toHaveURL(/\/services\/auth\/fowelcome$/);
      },
    },
    {
      says: "#myPrflDis Logout leads to the logout text in div.ui-card-text",
      holds: async (page) => {
        await page.click(".lang-dpwn");
        await page.click("//*[@id='myPrflDis']//a[text()='Logout']");
        await expect(page.locator("div.ui-card-text")).toContainText(
          "You have successfully logged out of GST Portal.",
        );
      },
    },
    {
      says: "URL accessdenied, and its text, once logged out",
      holds: async (page) => {
        await page.goto("/services/auth/");
        await expect(page).toHaveURL(/accessdenied/);
        await expect(page.locator(".ui-card")).toContainText(
          "Your session is expired or you don't have permission to access the requested page.",
        );
      },
    },
  ],
};

/** The user menu's place, of which the element names matter. */
const MENU =
  "/html/body/div[1]/ng-include[1]/header/div[2]/div/div/ul/li[1]/div";

const dashboard: Place = {
  name: "the dashboard, and the returns behind it",
  as: "never_enabled",
  open: async (page) => {
    await page.goto("/services/auth/");
    await page.getByRole("button", { name: "CONTINUE TO DASHBOARD" }).click();
  },
  reliances: [
    url('URL holds "dashboard"', /dashboard/),
    one("span FILE RETURNS", "//span[text()='FILE RETURNS']"),
    {
      says: "link texts Services, Ledgers",
      holds: async (page) => {
        await page.click("//a[text()='Services']");
        await expect(page.locator("//a[text()='Ledgers']")).toBeVisible();
        await page.keyboard.press("Escape");
      },
    },
    {
      says: "FILE RETURNS leads to select[name=fin], [name=mon], [name=quarter]",
      holds: async (page) => {
        await page.click("//span[text()='FILE RETURNS']");
        for (const name of ["fin", "mon", "quarter"]) {
          await expect(page.locator(`select[name=${name}]`)).toBeVisible();
        }
      },
    },
  ],
};

const home: Place = {
  name: "the home page",
  open: (page) => page.goto("/home"),
  reliances: [
    {
      says: "//a[contains(@href,'login') and normalize-space()='Login']",
      holds: async (page) => {
        await page
          .locator("//a[contains(@href,'login') and normalize-space()='Login']")
          .first()
          .click();
        await expect(page).toHaveURL(/\/services\/login$/);
      },
    },
  ],
};

const popups: Place = {
  name: "the pop-ups",
  as: "all_popups",
  open: (page) => page.goto("/services/auth/"),
  reliances: [
    one("#adhrtableV", "#adhrtableV"),
    one("#adhrtableV a[2]", "//*[@id='adhrtableV']//a[2]"),
    closedBy("#adhrtableV .btn.btn-primary[data-dismiss]"),
    one("#caNumpopupV", "#caNumpopupV"),
    remindedOnce("#caNumpopupV"),
    one("#exampleModalCenterTitle", "#exampleModalCenterTitle"),
    remindedOnce("#exampleModalCenterTitle"),
    one("#confirmDlg", "#confirmDlg"),
    closedBy("#confirmDlg a[data-dismiss]"),
    {
      says: "#adhrtableV again: the one element Remind me later, clicked unguarded",
      holds: async (page) => {
        await page.reload();
        await clickReminder(page);
        await expect(page.locator("#adhrtableV")).toHaveCount(0);
      },
    },
  ],
};

function closedBy(selector: string): Reliance {
  return {
    says: `${selector} closes it`,
    holds: async (page) => {
      await page.click(selector);
      await expect(page.locator(selector)).toHaveCount(0);
    },
  };
}

function remindedOnce(id: string): Reliance {
  return {
    says: `exactly one element "Remind me later" while ${id} is shown`,
    holds: async (page) => {
      await clickReminder(page);
      await expect(page.locator(id)).toHaveCount(0);
    },
  };
}

/** Strict: more than one such element, or none, is an error. */
async function clickReminder(page: Page): Promise<void> {
  await page.getByText("Remind me later").click({ timeout: 3_000 });
}

export const landingPlaces: readonly Place[] = [
  landing,
  dashboard,
  home,
  popups,
];
