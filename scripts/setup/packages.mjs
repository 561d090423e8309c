import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/**
 * @typedef {Record<string, { version?: string, optional?: boolean }>} Packages
 *   the `packages` of a package-lock.json: folder → what belongs there
 */

/**
 * Whether what npm has installed is what the lock file asks for. A package that
 * is optional (another platform's binary) may be missing, not differ.
 *
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function isComplete(wanted, installed) {
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === "") return true;
    const there = installed[folder];
    return there === undefined ? optional === true : there.version === version;
  });
}

/**
 * @param {string} lockFile path from the project's root
 * @returns {Packages}
 */
function packagesOf(lockFile) {
  const text = readFileSync(new URL(lockFile, root), "utf8");
  return /** @type {{ packages: Packages }} */ (JSON.parse(text)).packages;
}

/** @returns {Packages} none while node_modules is missing or half installed */
function installedPackages() {
  try {
    return packagesOf("node_modules/.package-lock.json");
  } catch {
    return {};
  }
}

/**
 * Makes node_modules what package-lock.json says, if it is not so already.
 *
 * @param {(line: string) => void} say
 * @returns {string | undefined} a sentence when that did not work
 */
export function installPackages(say) {
  if (isComplete(packagesOf("package-lock.json"), installedPackages())) {
    return undefined;
  }
  say("Installing the packages of package-lock.json (npm ci) …");
  // None of them needs to run a script for it, so none may.
  const ci = "npm ci --ignore-scripts --include=dev --no-audit --no-fund";
  const { status } = spawnSync(ci, {
    cwd: fileURLToPath(root),
    // npm is a script on Windows, which only a shell starts.
    shell: true,
    // Standard output belongs to the program that is being set up.
    stdio: ["ignore", 2, 2],
  });
  return status === 0
    ? undefined
    : "The packages could not be installed: see npm's message above, mend its cause, and run the command again.";
}
