import type { Page } from "@playwright/test";
import { expect, one, reads } from "./reliance.ts";
import type { Place } from "./reliance.ts";

/** By clicking, as a deep link is refused. */
async function open(page: Page): Promise<void> {
  await page.goto("/services/auth/");
  await page.click(".dp-widgt > a.tp-pfl-lnk");
  await page.click("(//a[text()='Manage API Access'])[1]");
}

const profile: Place = {
  name: "the profile",
  as: "never_enabled",
  open: async (page) => {
    await page.goto("/services/auth/");
    await page.click(".dp-widgt > a.tp-pfl-lnk");
  },
  reliances: [
    {
      says: 'anchor "Manage API Access" has exact text, no nested element',
      holds: async (page) => {
        const anchor = page.locator("(//a[text()='Manage API Access'])[1]");
        expect(await anchor.innerHTML()).toBe("Manage API Access");
      },
    },
    {
      says: "Manage API Access link by absolute XPath",
      holds: async (page) => {
        await page.click(
          "xpath=/html/body/div[2]/div[2]/div/div[2]/div/div/div[1]/div[1]/ul/li[4]/a",
        );
        await expect(page).toHaveURL(/\/services\/auth\/manageapiaccess$/);
      },
    },
  ],
};

const untouched: Place = {
  name: "Manage API Access of who never chose",
  as: "never_enabled",
  open,
  reliances: [
    {
      says: "Yes is the first radio; a click on the input works",
      holds: async (page) => {
        await page.locator("input[type=radio]").first().click();
        await expect(page.getByLabel("Yes")).toBeChecked();
      },
    },
    {
      says: "a click on its label works",
      holds: async (page) => {
        await page.click("//label[text()='No']");
        await expect(page.getByLabel("No", { exact: true })).toBeChecked();
        await page.click("//label[text()='Yes']");
        await expect(page.getByLabel("Yes")).toBeChecked();
      },
    },
    one("the only select", "select"),
    {
      says: "its longest duration is last",
      holds: (page) =>
        expect(page.locator("//select/option").last()).toHaveText("30 days"),
    },
    one("the only button[type=submit] is CONFIRM", "button[type=submit]"),
    reads("Confirm, shown CONFIRM", "button[type=submit]", {
      markup: "Confirm",
      shown: "CONFIRM",
    }),
    {
      says: "select#districts \"30 days\", submit, //p[@class='alert alert-success']",
      holds: async (page, control) => {
        await page.selectOption("select#districts", { label: "30 days" });
        await page.click("button[type=submit]");
        await expect(
          page.locator("//p[@class='alert alert-success']"),
        ).toBeVisible();
        const { apiAccess } = await control.taxpayer("never_enabled");
        expect(apiAccess).toMatchObject({ enabled: true });
      },
    },
    {
      says: "API level: getAPIAccessStatus, updateAPIAccessStatus, profile/detail",
      holds: async (page) => {
        const api = "/services/auth/api";
        expect(await call(page, `${api}/getAPIAccessStatus`)).toMatchObject({
          isAPIEnable: "Y",
          exDm: "43200",
        });
        expect(
          await call(page, `${api}/updateAPIAccessStatus`, {
            isAPIEnable: "N",
          }),
        ).toMatchObject({ isAPIEnable: "N" });
        expect(
          await call(page, "/services/auth/profile/detail", {}),
        ).toHaveProperty("gstin");
      },
    },
  ],
};

const enabled: Place = {
  name: "Manage API Access of who has access already",
  as: "enabled_30_days",
  open,
  reliances: [
    {
      says: "the status is preloaded: the select is there without a click on Yes",
      holds: async (page) => {
        await expect(page.locator("select#districts")).toBeVisible();
      },
    },
    {
      says: ".dimmer-holder, there while a call is under way and gone after it",
      holds: async (page) => {
        const dimmer = page.locator(".dimmer-holder");
        let letGo = () => {};
        const held = new Promise<void>((resolve) => (letGo = resolve));
        await page.route("**/updateAPIAccessStatus", async (route) => {
          await held;
          await route.continue();
        });
        await page.selectOption("select#districts", { label: "6 hrs" });
        await page.click("button[type=submit]");
        await expect(dimmer).toBeVisible();
        letGo();
        await expect(dimmer).toBeHidden();
        await expect(
          page.locator("//p[@class='alert alert-success']"),
        ).toContainText("6 hrs");
      },
    },
  ],
};

/** A call as an extension makes it, from within the page. */
async function call(page: Page, path: string, body?: object): Promise<unknown> {
  return page.evaluate(
    async ([address, text]) => {
      const answer = await fetch(address, {
        ...(text !== "" && {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: text,
        }),
      });
      return (await answer.json()) as unknown;
    },
    [path, body ? JSON.stringify(body) : ""] as const,
  );
}

export const apiAccessPlaces: readonly Place[] = [profile, untouched, enabled];
