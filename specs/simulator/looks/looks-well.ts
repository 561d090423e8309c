import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { AxeResults } from "axe-core";
import { layoutFaults } from "./layout-faults.ts";
import { open } from "./state.ts";
import type { Hands, State } from "./state.ts";

/** Conformance levels A and AA of WCAG 2.0 and 2.1. */
const WCAG_2_1_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** WCAG's narrowest, a phone, a tablet, the portal's own recommendation, a laptop; in pixels. */
const WIDTHS = [320, 360, 768, 1024, 1440];

/**
 * Looks at a page in each of its states: axe finds nothing, and at every width nothing sticks
 * out or is covered.
 */
export async function expectToLookWell(
  states: readonly State[],
  hands: Hands,
): Promise<void> {
  const { page } = hands;
  for (const state of states) {
    await test.step(state.name, async () => {
      await open(state, hands);
      expect.soft(await violations(page), state.name).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const faults = await layoutFaults(page, state.over);
        expect.soft(faults, `${state.name} at ${width} px`).toEqual([]);
      }
    });
  }
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
