import { expect, test } from "@playwright/test";
import { missingSection, strangers } from "../../scripts/release/findings.mjs";

test("A release has a dated section in the changelog", () => {
  const changelog =
    "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-24\n";
  expect(missingSection(changelog, "1.2.0")).toBeUndefined();
  expect(missingSection(changelog, "1.2.1")).toContain("## [1.2.1] - ");
  expect(missingSection("## [1.2.1]\n", "1.2.1")).toContain("YYYY-MM-DD");
});

test("A package holds nothing that does not belong there", () => {
  const files = [
    "package.json",
    "LICENSE",
    "dist/cli.js",
    "dist/types/simulator/index.d.ts",
    "views/pages/login.ejs",
    "docs/scale.md",
    "docs/guide.webp",
    "recipes/fetch.mjs",
  ];
  expect(strangers(files)).toBeUndefined();
  expect(strangers([...files, "dist/cli.js.map", ".env"])).toBe(
    "dist/cli.js.map, .env",
  );
});
