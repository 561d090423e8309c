// Puppeteer on a simulator in this very process.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";
import puppeteer from "puppeteer-core";

const simulator = await startSimulator();
const browser = await puppeteer.launch({
  executablePath: process.env.PORTAL_BROWSER,
  // A container's root may use no sandbox.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  await page.goto(`${simulator.url}/services/login`);
  await page.type("#username", "never_enabled");
  await page.type("#user_pass", "Simulator@1");
  await follow(page, "button[type=submit]");
  await follow(page, "a.tp-pfl-lnk");
  await follow(page, "::-p-text(Manage API Access)");
  await page.click("label[for=enable-yes]");
  await page.select("select", "43200");
  await follow(page, "button[type=submit]");

  const success = await page.$eval(".alert-success", (p) => p.textContent);
  assert.match(success ?? "", /30 days/);
  const { apiAccess } = await simulator.control.taxpayer("never_enabled");
  assert.equal(apiAccess.enabled, true);
  console.log("Puppeteer switched API access on until", apiAccess.until);
} finally {
  await browser.close();
  await simulator.close();
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 */
async function follow(page, selector) {
  await Promise.all([page.waitForNavigation(), page.locator(selector).click()]);
}
