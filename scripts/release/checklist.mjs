import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { missingSection, strangers } from "./findings.mjs";
import { unwelcome, withScript } from "./packages.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where a release lies before it is published: its tarball and its SBOM. */
const RELEASE = "release";

/** @param {string} file from the project's root */
const read = (file) => readFileSync(`${root}${file}`, "utf8");

const own =
  /** @type {{ version: string, allowScripts: Record<string, boolean> }} */ (
    JSON.parse(read("package.json"))
  );
const lock = /** @type {{ packages: import("./packages.mjs").Packages }} */ (
  JSON.parse(read("package-lock.json"))
);

/**
 * What must hold before a release: a sentence, and what finds out; it returns what is wrong,
 * or nothing. The order is that of the time they take.
 *
 * @type {readonly (readonly [string, () => string | undefined])[]}
 */
export const CHECKLIST = [
  [
    "Everything is committed.",
    () => run("git", "status", "--porcelain").printed || undefined,
  ],
  [
    `CHANGELOG.md tells what is new in ${own.version}.`,
    () => missingSection(read("CHANGELOG.md"), own.version),
  ],
  [
    "Every package that is installed has a licence that may be used.",
    () => unwelcome(lock.packages).join(", ") || undefined,
  ],
  [
    "No package runs a script when it is installed.",
    () => withScript(lock.packages, own.allowScripts).join(", ") || undefined,
  ],
  [
    "Types, lint and format are right, and nothing is unused.",
    () => problemOf("npm", "run", "check"),
  ],
  [
    `The SBOM is in ${RELEASE}/sbom.spdx.json.`,
    () => {
      rmSync(`${root}${RELEASE}`, { recursive: true, force: true });
      mkdirSync(`${root}${RELEASE}`);
      const sbom = run("npm", "sbom", "--sbom-format", "spdx");
      if (sbom.failed) return sbom.printed;
      writeFileSync(`${root}${RELEASE}/sbom.spdx.json`, `${sbom.printed}\n`);
      return undefined;
    },
  ],
  [
    `The tarball is in ${RELEASE}/ and holds what it should: program, pages, documents, recipes.`,
    () => {
      const to = ["--pack-destination", RELEASE];
      const packed = run("npm", "pack", "--json", "--silent", ...to);
      if (packed.failed) return packed.printed;
      const [tarball] = /** @type {{ files: { path: string }[] }[]} */ (
        JSON.parse(packed.printed)
      );
      return strangers(tarball?.files.map(({ path }) => path) ?? []);
    },
  ],
  [
    "Every spec passes, and none was left out; publint, attw and the installed package are among them.",
    () => problemOf("npm", "test"),
  ],
];

/**
 * What a command printed at its end where it failed.
 *
 * @param {string} program
 * @param {string[]} args
 */
function problemOf(program, ...args) {
  const { failed, printed } = run(program, ...args);
  return failed ? printed.split("\n").slice(-30).join("\n") : undefined;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, ...args) {
  // With `CI` a spec that cannot be run here is one that fails.
  const env = { ...process.env, CI: "1" };
  const options = /** @type {const} */ ({ cwd: root, env, encoding: "utf8" });
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...options,
    maxBuffer: 64 * 1024 * 1024,
  });
  const failed = status !== 0;
  return { failed, printed: (failed ? stdout + stderr : stdout).trim() };
}
