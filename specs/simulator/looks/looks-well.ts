import { layoutFaults } from "./layout-faults.ts";
import { open } from "./state.ts";
import type { Hands, State } from "./state.ts";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

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
