import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import {
  isWelcome,
  unwelcome,
  withScript,
} from "../../scripts/release/packages.mjs";

const read = (file: string) =>
  readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const own = JSON.parse(read("package.json")) as {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const { packages } = JSON.parse(read("package-lock.json")) as {
  packages: Record<string, { license?: string; hasInstallScript?: boolean }>;
};

test("The table of dependencies names what package.json does, under its licence", () => {
  const rows = read("docs/dependencies.md").matchAll(
    /^\| `(\S+)` +\| (\S+) +\| (?:program|peer|specs|tools) +\| \S/gm,
  );
  const told = [...rows].map(([, name, licence]) => [name, licence]);
  const asked = { ...own.dependencies, ...own.devDependencies };
  const found = Object.keys(asked).map((name) => [
    name,
    packages[`node_modules/${name}`]?.license,
  ]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(found));
  expect(told).toHaveLength(found.length);
});

test("Every package that is installed has a licence that may be used here", () => {
  expect(unwelcome(packages)).toEqual([]);
});

test("Nothing runs a script when it is installed, neither the package nor what it is made of", () => {
  expect(withScript(packages, own.allowScripts)).toEqual([]);
  expect(withScript(packages, {})).toEqual(["esbuild"]);
  for (const moment of ["preinstall", "install", "postinstall", "prepare"]) {
    expect(own.scripts).not.toHaveProperty(moment);
  }
});

for (const { licence, welcome } of [
  { licence: "MIT", welcome: true },
  { licence: "(MIT OR GPL-3.0-or-later)", welcome: true },
  { licence: "(MIT AND Zlib)", welcome: true },
  { licence: "(MIT AND GPL-3.0-only)", welcome: false },
  { licence: "OFL-1.1", welcome: false },
  { licence: undefined, welcome: false },
]) {
  test(`A package under ${licence ?? "no licence"} is ${welcome ? "" : "not "}used`, () => {
    expect(isWelcome("some-package", licence)).toBe(welcome);
  });
}
