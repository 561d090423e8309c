import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { AxeResults } from "axe-core";
import { expect, test } from "../kit/index.ts";
import { layoutFaults } from "./layout-faults.ts";
import { STATES, open } from "./states.ts";

/** Conformance levels A and AA of WCAG 2.0 and 2.1. */
const WCAG_2_1_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** WCAG's narrowest, a phone, a tablet, the portal's own recommendation, a laptop; in pixels. */
const WIDTHS = [320, 360, 768, 1024, 1440];

for (const state of STATES) {
  test(`${state.name}: keeps WCAG 2.1 AA, fits every window, and nothing is covered`, async ({
    page,
    signedIn,
  }) => {
    await open(state, page, signedIn);
    expect(await violations(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const faults = await layoutFaults(page, state.over);
      expect(faults, `at ${width} px`).toEqual([]);
    }
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds, after a look that it did search. */
async function violations(page: Page) {
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
