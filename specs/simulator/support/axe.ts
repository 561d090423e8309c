import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";

/** A third of what the package itself would give, which is sent to the page each time. */
const SOURCE = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Conformance levels A and AA of WCAG 2.0 and 2.1. */
const WCAG_2_1_AA: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
};

/** These and what axe holds for good practice. */
export const EVERY_RULE: RunOptions = {};

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds on a page, a line each, after a look that it did search. */
export async function violations(
  page: Page,
  rules = WCAG_2_1_AA,
): Promise<string[]> {
  // Evaluated, as the page's own policy lets no foreign script in.
  await page.evaluate(SOURCE);
  const results = await page.evaluate(
    (options): Promise<AxeResults> =>
      window.axe.run({ ...options, resultTypes: ["violations"] }),
    rules,
  );
  expect(results.passes.map(({ id }) => id)).toContain("color-contrast");
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} (${help}): ${html}`),
  );
}
