// Playwright with the kit. Run it by `npx playwright test`; the browser is what your
// configuration says. Each test has a portal of its own, so they may run in parallel.
import { expect, test } from "gst-portal-simulator/playwright";

test("switches API access on for 7 days", async ({ page, portal, control }) => {
  await portal.login.open();
  await portal.login.signIn({
    username: "never_enabled",
    password: "Simulator@1",
  });
  await portal.welcome.viewProfile();
  await portal.profile.manageApiAccess();
  await portal.manageApiAccess.choose("Yes");
  await portal.manageApiAccess.pickDuration("7 days");
  await portal.manageApiAccess.confirm();
  await expect(page.locator(".alert-success")).toContainText("7 days");

  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess).toMatchObject({ enabled: true, duration: "7 days" });
});

test("shows No again when the time has run out", async ({
  portal,
  control,
  signedIn,
}) => {
  await control.putTaxpayer({
    username: "acme",
    legalName: "Acme Demo Private Limited",
    apiAccess: { enabled: true, duration: "6 hrs" },
  });
  await control.advance("PT6H");
  await signedIn("acme");
  await portal.manageApiAccess.open();
  await expect(portal.manageApiAccess.no).toBeChecked();
});
