import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { installFromDistribution } from "./installers.mjs";

/**
 * The chromedriver that came with a browser. Selenium looks for one itself, on the network,
 * where there is none.
 *
 * @param {string | undefined} browser its path
 * @returns {string | undefined} its path
 */
export function driverOf(browser) {
  if (browser === undefined) return undefined;
  const driver = path.join(path.dirname(browser), "chromedriver");
  return existsSync(driver) ? driver : undefined;
}

/**
 * Gets the distribution's chromedriver where the browser is the distribution's, so that
 * Selenium needs no network.
 *
 * @param {string} browser its path
 * @param {(line: string) => void} say
 */
export function setUpDriver(browser, say) {
  const isRoot = process.getuid?.() === 0;
  if (driverOf(browser) || browser !== "/usr/bin/chromium" || !isRoot) return;
  const owner = spawnSync("dpkg", ["-S", browser], { encoding: "utf8" });
  if (owner.status !== 0 || !owner.stdout.startsWith("chromium:")) return;
  say("No chromedriver found: apt-get installs the distribution's …");
  const problem = installFromDistribution("chromium-driver");
  if (problem) say(problem);
}
