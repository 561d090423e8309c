import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

const DETAILS = "/services/auth/detailedapiaccess/1";

test("API Access Details tells how the switch stands, and until when", async ({
  page,
  control,
  signedIn,
}) => {
  const value = (label: string) =>
    page.locator(".field", { hasText: label }).locator("dd").first();
  await signedIn("never_enabled");
  const open = () => page.goto(DETAILS, { referer: page.url() });
  await page.goto("/services/auth/");
  await open();
  await expect(page).toHaveTitle(
    "Goods & Services Tax (GST) | API Access Details",
  );
  await expect(value("API Access")).toHaveText("Not enabled");

  await control.setNow("2026-11-24T09:30:00Z");
  await control.patchTaxpayer("never_enabled", {
    apiAccess: { enabled: true, duration: "6 hrs" },
  });
  await open();
  await expect(value("API Access")).toHaveText("Enabled");
  await expect(value("Duration")).toHaveText("6 hrs");
  await expect(value("Ends on")).toHaveText("24/11/2026 21:00");

  await control.advance("PT6H");
  await signedIn("never_enabled");
  await page.goto("/services/auth/");
  await open();
  await expect(value("API Access")).toHaveText("Ended");
  await expect(value("Ended on")).toHaveText("24/11/2026 21:00");

  await control.patchTaxpayer("never_enabled", {
    apiAccess: { enabled: false },
  });
  await open();
  await expect(value("API Access")).toHaveText("Not enabled");
});
