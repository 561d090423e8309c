import { Browser, Builder, By, until } from "selenium-webdriver";
import type { WebDriver } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";
import { HEADLESS, expect, test } from "./portal-by-https.ts";

/** How long the script waits for anything. */
const PATIENCE = 15_000;

const USER_MENU =
  "/html/body/div[1]/ng-include[1]/header/div[2]/div/div/ul/li[1]/div/a";
const MY_PROFILE =
  "/html/body/div[1]/ng-include[1]/header/div[2]/div/div/ul/li[1]/div/ul/li[2]/a";
const MANAGE_API_ACCESS =
  "/html/body/div[2]/div[2]/div/div[2]/div/div/div[1]/div[1]/ul/li[4]/a";

test.setTimeout(120_000);

/**
 * The whole flow of a public script of 2019, step by step from its description (facts: portal
 * §9.3), at the portal's own address.
 */
test("the Selenium script of 2019 switches API access on", async ({
  byHttps,
  switches,
  programs,
}) => {
  const driver = await start(programs, switches);
  try {
    await driver.get("https://services.gst.gov.in/services/login");
    await findVisible(driver, By.id("username")).then((field) =>
      field.sendKeys("dummy"),
    );
    const image = await findVisible(driver, By.css("#imgCaptcha.captcha"));
    expect((await image.takeScreenshot()).length).toBeGreaterThan(0);
    const { answer } = await byHttps.control.captcha();

    const username = await findVisible(driver, By.id("username"));
    await username.clear();
    await username.sendKeys("never_enabled");
    await driver.findElement(By.id("user_pass")).sendKeys("Simulator@1");
    await driver.findElement(By.id("captcha")).sendKeys(answer);
    await driver.findElement(By.xpath('//button[@type="submit"]')).click();

    await driver.wait(
      until.elementLocated(By.xpath("//*[text()='Annual Return']")),
      PATIENCE,
    );
    await (await findVisible(driver, By.xpath(USER_MENU))).click();
    await (await findVisible(driver, By.xpath(MY_PROFILE))).click();
    await (await findVisible(driver, By.xpath(MANAGE_API_ACCESS))).click();

    // The input itself, which the portal's style sheet makes transparent.
    const yes = driver.wait(
      until.elementLocated(By.xpath("//input[@type='radio']")),
      PATIENCE,
    );
    await yes.click();
    const duration = await findVisible(driver, By.xpath("//select"));
    const options = await duration.findElements(By.css("option"));
    await options.at(-1)?.click();
    await driver.findElement(By.xpath('//button[@type="submit"]')).click();

    await findVisible(driver, By.xpath("//p[@class='alert alert-success']"));
    const { apiAccess } = await byHttps.control.taxpayer("never_enabled");
    expect(apiAccess).toMatchObject({ enabled: true, duration: "30 days" });
  } finally {
    await quit(driver);
  }
});

for (const { name, password, typed, text } of [
  {
    name: "CAPTCHA",
    password: "Simulator@1",
    // Six digits, and not those that are shown.
    typed: (shown: string) => (shown === "111111" ? "222222" : "111111"),
    text: "Enter valid Letters shown",
  },
  {
    name: "password",
    password: "Wrong@1234",
    typed: (shown: string) => shown,
    text: "Invalid Username or Password. Please try again",
  },
]) {
  test(`the same script is told of a wrong ${name}`, async ({
    byHttps,
    switches,
    programs,
  }) => {
    const driver = await start(programs, switches);
    try {
      await driver.get("https://services.gst.gov.in/services/login");
      await (
        await findVisible(driver, By.id("username"))
      ).sendKeys("never_enabled");
      await findVisible(driver, By.css("#imgCaptcha.captcha"));
      const { answer } = await byHttps.control.captcha();
      await driver.findElement(By.id("user_pass")).sendKeys(password);
      await driver.findElement(By.id("captcha")).sendKeys(typed(answer));
      await driver.findElement(By.xpath('//button[@type="submit"]')).click();
      await driver.wait(
        until.elementLocated(By.xpath(`//*[contains(text(),"${text}")]`)),
        PATIENCE,
      );
    } finally {
      await quit(driver);
    }
  });
}

async function start(
  { browser, chromedriver }: { browser?: string; chromedriver?: string },
  switches: readonly string[],
): Promise<WebDriver> {
  const options = new Options();
  options.addArguments(...HEADLESS, ...switches);
  if (browser !== undefined) options.setBinaryPath(browser);
  const builder = new Builder()
    .forBrowser(Browser.CHROME)
    .setChromeOptions(options);
  if (chromedriver !== undefined) {
    builder.setChromeService(new ServiceBuilder(chromedriver));
  }
  return builder.build();
}

/** Ends the browser, and looks that nothing of it stays behind. */
async function quit(driver: WebDriver): Promise<void> {
  const capabilities = await driver.getCapabilities();
  const { debuggerAddress } = capabilities.get("goog:chromeOptions") as {
    debuggerAddress: string;
  };
  await driver.quit();
  const browser = () =>
    fetch(`http://${debuggerAddress}/json/version`).then(
      () => "runs on",
      () => "has ended",
    );
  await expect.poll(browser).toBe("has ended");
}

async function findVisible(driver: WebDriver, locator: By) {
  const found = await driver.wait(until.elementLocated(locator), PATIENCE);
  return driver.wait(until.elementIsVisible(found), PATIENCE);
}
