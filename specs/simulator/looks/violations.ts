import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { AxeResults } from "axe-core";

/** Conformance levels A and AA of WCAG 2.0 and 2.1. */
const WCAG_2_1_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds, after a look that it did search. */
export async function violations(page: Page) {
  // Evaluated, as the page's own policy lets no foreign script in.
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    (values): Promise<AxeResults> =>
      window.axe.run({
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      }),
    WCAG_2_1_AA,
  );
  expect(results.passes.map(({ id }) => id)).toContain("color-contrast");
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ html }) => html),
  }));
}
