import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installers } from "./installers.mjs";
import { usualPlaces } from "./places.mjs";

/** @import { Machine } from "./browser.mjs" */

const memory = fileURLToPath(
  new URL("../../node_modules/.cache/portal-browser", import.meta.url),
);

/**
 * The browser that an earlier set-up found.
 *
 * @returns {string | undefined} its path
 */
export function rememberedBrowser() {
  try {
    return readFileSync(memory, "utf8");
  } catch {
    return undefined;
  }
}

/** @param {string} browser its path */
export function rememberBrowser(browser) {
  try {
    mkdirSync(path.dirname(memory), { recursive: true });
    writeFileSync(memory, browser);
  } catch {
    // Where node_modules may not be written, each run searches anew.
  }
}

/** @param {string} file */
function exists(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} browser */
function starts(browser) {
  // On Windows Chrome answers --version with a window.
  if (process.platform === "win32") return true;
  const asked = spawnSync(browser, ["--version"], {
    stdio: "ignore",
    timeout: 30_000,
  });
  return asked.status === 0;
}

/**
 * This machine, as the search for a browser sees it.
 *
 * @returns {Machine}
 */
export function thisMachine() {
  const { env, platform } = process;
  return {
    named: env["PORTAL_BROWSER"],
    remembered: rememberedBrowser(),
    candidates: async () => {
      const { chromium } = await import("playwright-core");
      return [
        chromium.executablePath(),
        ...usualPlaces({ platform, env, home: homedir() }),
      ];
    },
    exists,
    starts,
    installers: installers(),
  };
}
