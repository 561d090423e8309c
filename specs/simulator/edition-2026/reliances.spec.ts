import { apiAccessPlaces } from "./reliances/api-access.ts";
import { landingPlaces } from "./reliances/landing.ts";
import { loginPlaces } from "./reliances/login.ts";
import { test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

/**
 * Every selector, text, address and behaviour that public scripts rely on in this flow (facts:
 * portal §9.1 and §9.2, and the paths of §2). Left out is what lies on other hosts and what
 * is about a script's own set-up.
 */
for (const { name, as, open, reliances } of [
  ...loginPlaces,
  ...landingPlaces,
  ...apiAccessPlaces,
]) {
  test(`what scripts rely on holds: ${name}`, async ({
    page,
    control,
    signedIn,
  }) => {
    if (as !== undefined) await signedIn(as);
    await open(page, control);
    for (const { says, holds } of reliances) {
      await test.step(says, () => holds(page, control));
    }
  });
}
