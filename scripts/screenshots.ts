/**
 * Makes the README's pictures from running simulators: `npm run screenshots`.
 * Worlds are fresh ones and their clocks are set, so that every run gives the same pictures.
 */
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { startSimulator } from "../simulator/index.ts";
import { browserLaunchOptions } from "../specs/kit/browser.ts";
import { demonstrate } from "./demo/demo.ts";
import { classroomPicture } from "./screenshots/classroom.ts";
import { savePicture } from "./screenshots/save-picture.ts";
import {
  guidePicture,
  showHindi,
  tourPicture,
} from "./screenshots/training.ts";
import { setUpBrowser } from "./setup/steps.mjs";

/** Where a picture goes. */
const picture = (name: string) =>
  fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

const browserPath = await setUpBrowser();
await using simulator = await startSimulator();
await simulator.control.setNow("2017-08-19T11:31:00Z");
const browser = await chromium.launch(browserLaunchOptions(browserPath));
const page = await browser.newPage({
  viewport: { width: 1024, height: 612 },
  bypassCSP: true,
});
await page.goto(simulator.url);
await page.getByLabel("Username").fill("never_enabled");
await page.getByLabel("Password").fill("Simulator@1");
await page.getByRole("button", { name: "Login" }).click();
await page.getByRole("link", { name: "View Profile" }).click();
await page.getByRole("link", { name: "Manage API Access" }).click();
await page.getByLabel("Yes").check();
await page.getByLabel("Duration").selectOption("30 days");
await showHindi(page);
await savePicture(page, picture("manage-api-access.webp"));
await classroomPicture(browser, picture("classroom.webp"));
await tourPicture(browser, picture("tour.webp"));
const host = {
  say: () => undefined,
  complain: (line: string) => console.error(line),
  views: new URL("../views/", import.meta.url),
  browser: browserPath,
};
await guidePicture(browser, picture("guide.webp"), host);
await browser.close();
await demonstrate(["--record", picture("demo.png")], host);
console.log(`Wrote the pictures in ${picture("*")}`);
