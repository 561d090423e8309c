import puppeteer from "puppeteer-core";
import type { Page } from "puppeteer-core";
import { HEADLESS, expect, test } from "./portal-by-https.ts";

test.setTimeout(90_000);

/** From the portal's home page to the switch, and over to the returns, by its own addresses. */
test("a Puppeteer script goes from www to services and return, signed in on all", async ({
  byHttps,
  switches,
  programs,
}) => {
  const browser = await puppeteer.launch({
    args: [...HEADLESS, ...switches],
    executablePath: programs.browser ?? puppeteer.executablePath(),
  });
  try {
    const page = await browser.newPage();
    await page.goto("https://www.gst.gov.in/");
    const [login] = await page.$$(
      "xpath/.//a[contains(@href,'login') and normalize-space()='Login']",
    );
    await Promise.all([page.waitForNavigation(), login?.click()]);
    expect(page.url()).toBe("https://services.gst.gov.in/services/login");

    await page.type("#username", "never_enabled");
    await page.type("#user_pass", "Simulator@1");
    await page.waitForSelector("#imgCaptcha.captcha");
    await page.type("#captcha", (await byHttps.control.captcha()).answer);
    await Promise.all([
      page.waitForResponse((response) =>
        response.url().endsWith("/services/authenticate"),
      ),
      page.click('button[type="submit"]'),
    ]);
    await page.waitForSelector('[title="Return Dashboard"]');
    expect(page.url()).toContain("/auth/fowelcome");
    expect(await cookieNames(page)).toEqual(
      expect.arrayContaining(["AuthToken", "Lang", "TS01b8883c"]),
    );

    await click(page, ".dp-widgt > a.tp-pfl-lnk");
    await click(page, 'a[href$="/services/auth/manageapiaccess"]');
    await page.click('input[type="radio"]');
    await page.select("select#districts", "43200");
    await page.click('button[type="submit"]');
    await page.waitForSelector("p.alert.alert-success");
    const { apiAccess } = await byHttps.control.taxpayer("never_enabled");
    expect(apiAccess).toMatchObject({ enabled: true, duration: "30 days" });

    await page.goto("https://services.gst.gov.in/services/auth/");
    await click(
      page,
      'button[onclick*="return.gst.gov.in/returns/auth/dashboard"]',
    );
    expect(new URL(page.url()).origin + new URL(page.url()).pathname).toBe(
      "https://return.gst.gov.in/returns/auth/dashboard",
    );
    for (const name of ["fin", "quarter", "mon"]) {
      expect(await page.$(`select[name=${name}]`)).not.toBeNull();
    }
    await click(page, ".lang-dpwn", false);
    await click(page, "#myPrflDis li:nth-child(2) a");
    expect(page.url()).toBe(
      "https://services.gst.gov.in/services/auth/myprofile",
    );
  } finally {
    await browser.close();
  }
});

async function click(page: Page, selector: string, leads = true) {
  await page.waitForSelector(selector);
  await Promise.all([
    leads ? page.waitForNavigation() : undefined,
    page.click(selector),
  ]);
}

async function cookieNames(page: Page): Promise<string[]> {
  const cookies = await page.browserContext().cookies();
  return cookies.map(({ name }) => name);
}
