import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @import { Installer } from "./browser.mjs" */

const minutes = 60_000;

/**
 * Runs a program quietly: what it prints is shown only when it fails, because
 * both installers print pages of no interest to anyone whose browser came.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to this process's
 * @returns {string | undefined} why it failed
 */
function attempt(program, args, env) {
  const done = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 15 * minutes,
  });
  if (done.status === 0) return undefined;
  const reason =
    done.error?.message ??
    done.stderr.split("\n").find((line) => /^(E|Error):/u.test(line)) ??
    `exit code ${done.status}`;
  return `That did not work (${reason.trim()}).`;
}

/** @type {Installer} */
const playwright = {
  name: "Playwright fetches its Chromium (about 170 MB)",
  run: () =>
    attempt(
      process.execPath,
      [
        fileURLToPath(
          new URL("../../node_modules/playwright/cli.js", import.meta.url),
        ),
        "install",
        // Windows are wanted too; the set-up knows only the browser itself.
        "--no-shell",
        "chromium",
      ],
      // It tries five times: a network that drops packets costs 25 s, not 150.
      { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" },
    ),
};

/**
 * Installs packages of Debian or Ubuntu, as root.
 *
 * @param {string[]} packages
 * @returns {string | undefined} a sentence when that did not work
 */
export function installFromDistribution(...packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // One unreachable source makes the update fail, and the package may still
  // be had from another: the installation decides.
  attempt("apt-get", ["update"], env);
  return attempt(
    "apt-get",
    ["install", "-y", "--no-install-recommends", ...packages],
    env,
  );
}

/** @type {Installer} */
const distribution = {
  name: "apt-get installs the distribution's chromium, without recommended extras",
  run: () => installFromDistribution("chromium"),
};

/**
 * The installers that make sense here. Fonts need none of their own: Debian's
 * chromium depends on fontconfig, and that on a family with Latin letters.
 *
 * @returns {Installer[]}
 */
export function installers() {
  const isRootOnDebian =
    process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  return isRootOnDebian ? [playwright, distribution] : [playwright];
}
