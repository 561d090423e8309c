/**
 * @typedef {Record<string, { license?: string, hasInstallScript?: boolean }>} Packages
 *   the `packages` of a package-lock.json, folder → package; "" is our own
 */

/** Licences that ask for no more than to be passed on. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Zlib",
]);

/** Packages under another licence, with the reason why that is no burden. */
const OTHERWISE = new Map([
  // Passed on as it is; the licence only bars selling the font by itself.
  ["@fontsource/noto-sans", "OFL-1.1"],
  // Used by specs alone and unchanged; nothing of it is in the package.
  ["axe-core", "MPL-2.0"],
]);

/**
 * Whether a package may be used here.
 *
 * @param {string} name
 * @param {string | undefined} licence an SPDX expression, such as `(MIT OR GPL-3.0-or-later)`
 */
export function isWelcome(name, licence = "") {
  if (OTHERWISE.has(name)) return OTHERWISE.get(name) === licence;
  return licence
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((way) => way.split(" AND ").every((one) => PERMISSIVE.has(one)));
}

/**
 * The packages that may not be used here, each with its licence.
 *
 * @param {Packages} packages
 */
export function unwelcome(packages) {
  return installed(packages)
    .filter(({ name, license }) => !isWelcome(name, license))
    .map(({ name, license }) => `${name} (${license ?? "no licence"})`);
}

/**
 * The packages that would run a script of theirs when they are installed.
 *
 * @param {Packages} packages
 * @param {Record<string, boolean>} allowed package.json's `allowScripts`; `false` stops one
 */
export function withScript(packages, allowed) {
  return installed(packages)
    .filter(
      ({ name, hasInstallScript }) =>
        hasInstallScript && (allowed[name] ?? true),
    )
    .map(({ name }) => name);
}

/** @param {Packages} packages */
function installed(packages) {
  return Object.entries(packages)
    .filter(([folder]) => folder !== "")
    .map(([folder, found]) => ({
      ...found,
      name: folder.replace(/^.*node_modules\//, ""),
    }));
}
