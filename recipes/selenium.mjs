// selenium-webdriver on a simulator in this very process. PORTAL_CHROMEDRIVER names the
// driver; without it Selenium looks for one.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";
import { Builder, By, until } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";

const { PORTAL_BROWSER: browser, PORTAL_CHROMEDRIVER: driverPath } =
  process.env;
const options = new Options();
options.addArguments("--headless=new", "--no-sandbox");
if (browser) options.setChromeBinaryPath(browser);

const simulator = await startSimulator();
const driver = await new Builder()
  .forBrowser("chrome")
  .setChromeOptions(options)
  .setChromeService(new ServiceBuilder(driverPath || undefined))
  .build();
try {
  await driver.get(`${simulator.url}/services/login`);
  await driver.findElement(By.id("username")).sendKeys("never_enabled");
  await driver.findElement(By.id("user_pass")).sendKeys("Simulator@1");
  await press(By.css("button[type=submit]"));
  await press(By.linkText("View Profile"));
  await press(By.linkText("Manage API Access"));
  await press(By.css("label[for=enable-yes]"));
  await driver.findElement(By.css("option[value='43200']")).click();
  await press(By.css("button[type=submit]"));

  const success = await find(By.css("p.alert.alert-success"));
  assert.match(await success.getText(), /30 days/);
  const { apiAccess } = await simulator.control.taxpayer("never_enabled");
  assert.equal(apiAccess.enabled, true);
  console.log("Selenium switched API access on until", apiAccess.until);
} finally {
  await driver.quit();
  await simulator.close();
}

/** @param {By} locator */
async function find(locator) {
  return driver.wait(until.elementLocated(locator), 10_000);
}

/** @param {By} locator */
async function press(locator) {
  await (await find(locator)).click();
}
