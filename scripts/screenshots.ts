/**
 * Makes the README's picture from a running simulator: `npm run screenshots`.
 * The world is a fresh one and its clock is set, so that every run gives the same picture.
 */
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { startSimulator } from "../simulator/index.ts";
import { browserLaunchOptions } from "../specs/kit/browser.ts";
import { setUpBrowser } from "./setup/steps.mjs";

const PICTURE = fileURLToPath(
  new URL("../docs/manage-api-access.png", import.meta.url),
);

const browserPath = await setUpBrowser();
await using simulator = await startSimulator();
await simulator.control.setNow("2017-08-19T11:31:00Z");
const browser = await chromium.launch(browserLaunchOptions(browserPath));
const page = await browser.newPage({ viewport: { width: 1024, height: 640 } });
await page.goto(simulator.url);
await page.getByLabel("Username").fill("never_enabled");
await page.getByLabel("Password").fill("Simulator@1");
await page.getByRole("button", { name: "Login" }).click();
await page.getByRole("link", { name: "View Profile" }).click();
await page.getByRole("link", { name: "Manage API Access" }).click();
await page.getByLabel("Yes").check();
await page.getByLabel("Duration").selectOption("30 days");
await page.screenshot({ path: PICTURE });
await browser.close();
console.log(`Wrote ${PICTURE}`);
