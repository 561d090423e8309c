import { expectToLookWell } from "./looks-well.ts";
import { byPage } from "./state.ts";
import { STATES_2026 } from "./states-2026.ts";
import { test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

for (const [name, states] of byPage(STATES_2026)) {
  test(`${name}: keeps WCAG 2.1 AA, fits every window, and nothing is covered`, async ({
    page,
    control,
    signedIn,
  }) => {
    await expectToLookWell(states, { page, control, signedIn });
  });
}
