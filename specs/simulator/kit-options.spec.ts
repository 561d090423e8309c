import { expect, test } from "../kit/index.ts";

test.use({
  edition: "2026",
  simulatorOptions: { captcha: "246810" },
  controlToken: "the-token",
});

// One test, as the kit starts a worker of its own for these options.
test("the simulator of a worker is started with the kit's options, and its levers know them", async ({
  page,
  request,
  control,
  signedIn,
}) => {
  await page.goto("/services/captcha");
  expect(await control.captcha()).toMatchObject({ answer: "246810" });
  const levers = await request.get("/__simulator/taxpayers");
  expect(levers.status()).toBe(401);
  await signedIn("never_enabled");
  await page.goto("/services/auth/");
  await expect(page).toHaveURL(/fowelcome$/);
});
