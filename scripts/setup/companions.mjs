import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { installFromDistribution } from "./installers.mjs";

/** Where Debian keeps the browsers that its commands in `/usr/bin` start. */
const DEBIAN = "/usr/lib/chromium";

/**
 * The chromedriver that came with a browser. Selenium looks for one itself, on the network,
 * where there is none.
 *
 * @param {string | undefined} browser its path
 * @returns {string | undefined} its path
 */
export function driverOf(browser) {
  if (browser === undefined) return undefined;
  const folder = path.dirname(browser);
  const driver = path.join(
    folder === DEBIAN ? "/usr/bin" : folder,
    "chromedriver",
  );
  return existsSync(driver) ? driver : undefined;
}

/**
 * The headless shell that came with a browser: the same engine without windows, which opens
 * a page at half the cost. Playwright takes its own for the same reason.
 *
 * @param {string} browser its path
 * @returns {string} the shell's path; the browser's own where there is no shell
 */
export function headlessOf(browser) {
  const shells = [`${browser}-headless-shell`];
  // Debian's command is a script around it: who ends that leaves the browser behind.
  if (browser === "/usr/bin/chromium") {
    shells.unshift(path.join(DEBIAN, "chromium-headless-shell"));
  }
  return shells.find((shell) => existsSync(shell)) ?? browser;
}

/**
 * Gets the distribution's chromedriver and headless shell where the browser is the
 * distribution's and they are missing.
 *
 * @param {string} browser its path
 * @param {(line: string) => void} say
 */
export function setUpCompanions(browser, say) {
  const isRoot = process.getuid?.() === 0;
  if (browser !== "/usr/bin/chromium" || !isRoot) return;
  const missing = [
    ...(driverOf(browser) ? [] : ["chromium-driver"]),
    ...(headlessOf(browser) === browser ? ["chromium-headless-shell"] : []),
  ];
  if (missing.length === 0) return;
  const owner = spawnSync("dpkg", ["-S", browser], { encoding: "utf8" });
  if (owner.status !== 0 || !owner.stdout.startsWith("chromium:")) return;
  say(`apt-get installs the distribution's ${missing.join(" and ")} …`);
  const problem = installFromDistribution(...missing);
  if (problem) say(problem);
}
