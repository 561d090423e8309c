import type { Page } from "@playwright/test";
import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import { expect, test } from "../../kit/index.ts";
import { outcome } from "./frozen.ts";

const USERNAME = "never_enabled";

/** The guide's six steps, as a person walks them. */
async function enableApiAccess(page: Page, duration: string): Promise<void> {
  await page.goto("/services/login");
  await page.getByLabel("Username").fill(USERNAME);
  await page.getByLabel("Password").fill("Simulator@1");
  await page.getByRole("button", { name: "Login" }).click();
  await page.getByRole("link", { name: "View Profile" }).click();
  await page
    .getByRole("listitem")
    .getByRole("link", { name: "Manage API Access", exact: true })
    .click();
  await page.getByRole("radio", { name: "Yes" }).click();
  await page.getByLabel("Duration").selectOption(duration);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.locator(".alert-success")).toContainText(duration);
}

test("a person's Yes opens the API to a client, for as long as was chosen", async ({
  page,
  control,
  simulator,
}) => {
  const { gstin } = await control.taxpayer(USERNAME);
  const client = createTaxpayerApiClient({
    baseUrl: simulator.url,
    username: USERNAME,
    gstin,
    headers: { "x-simulator-world": control.world },
  });
  expect(await outcome(client.requestOtp())).toBe("AUTH4037");

  await enableApiAccess(page, "30 days");
  expect(await outcome(client.requestOtp())).toBe("ok");
  const [message] = await control.messages(USERNAME);
  expect(await outcome(client.authenticate(message?.otp ?? ""))).toBe("ok");
  expect(await client.getPreference("2026-27")).toMatchObject({
    ok: true,
    data: { response: expect.any(Array) },
  });

  await control.advance("PT5H59M");
  expect(await outcome(client.refresh())).toBe("ok");
  expect(await outcome(client.getPreference("2026-27"))).toBe("ok");

  await control.advance("P30D");
  expect(await outcome(client.refresh())).toBe("AUTH4037");
  expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4037");
  expect(await outcome(client.requestOtp())).toBe("AUTH4037");

  await enableApiAccess(page, "7 days");
  await client.requestOtp();
  expect(await outcome(client.authenticate("575757"))).toBe("ok");
  expect(await outcome(client.saveReturn("042026", { b2b: [] }))).toBe("ok");
});
