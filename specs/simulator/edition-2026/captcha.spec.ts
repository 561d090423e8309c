import type { Route } from "@playwright/test";
import { PNG } from "pngjs";
import { startSimulator } from "../../../simulator/index.ts";
import { PASSWORD, login, shownDigits } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

test("the CAPTCHA comes with the first character of the user name, not before", async ({
  page,
}) => {
  await page.goto("/services/login");
  await expect(page.locator("#captcha")).toHaveCount(0);
  await expect(page.locator("#imgCaptcha")).toHaveCount(0);
  await page.locator("#username").press("a");
  await expect(page.locator("#captcha")).toBeVisible();
  await expect(page.locator("#imgCaptcha.captcha")).toBeVisible();
});

test("a password alone brings the input and no image", async ({ page }) => {
  await page.goto("/services/login");
  await page.locator("#user_pass").press("a");
  await expect(page.locator("#captcha")).toBeVisible();
  await expect(page.locator("#imgCaptcha")).toHaveCount(0);
});

test("an input event from a program brings it too", async ({ page }) => {
  await page.goto("/services/login");
  await page.locator("#username").evaluate((input: HTMLInputElement) => {
    input.value = "dummy";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(page.locator("#imgCaptcha.captcha")).toBeVisible();
});

test("the image is a PNG of 182 x 50 and differs from the next one", async ({
  request,
}) => {
  const [first, second] = [
    await request.get("/services/captcha?rnd=0.1"),
    await request.get("/services/captcha?rnd=0.2"),
  ];
  expect(first.headers()["content-type"]).toBe("image/png");
  const { width, height } = PNG.sync.read(await first.body());
  expect({ width, height }).toEqual({ width: 182, height: 50 });
  expect(await second.body()).not.toEqual(await first.body());
});

test("the audio file beeps as many times as the digits say", async ({
  request,
  control,
}) => {
  await request.get("/services/captcha");
  const { answer } = await control.captcha();
  const audio = await request.get("/services/audiocaptcha");
  expect(audio.headers()["content-type"]).toContain("audio/");
  const samples = (await audio.body()).subarray(44);
  const bursts = tonesIn(samples);
  const expected = Array.from(answer, (digit) =>
    digit === "0" ? 1 : Number(digit),
  );
  expect(bursts).toBe(expected.reduce((sum, beeps) => sum + beeps, 0));
});

/** How many tones there are between silences of more than 50 ms. */
function tonesIn(samples: Buffer): number {
  let [tones, silence] = [0, Infinity];
  for (const sample of samples) {
    if (sample === 128) {
      silence += 1;
    } else {
      if (silence > 400) tones += 1;
      silence = 0;
    }
  }
  return tones;
}

test("the two buttons play it and draw another one", async ({
  page,
  control,
}) => {
  await page.goto("/services/login");
  await page.fill("#username", "never_enabled");
  const before = await shownDigits(page, control);
  await page.click('button[ng-click="refreshCaptcha()"]');
  await expect
    .poll(async () => (await control.captcha()).answer)
    .not.toBe(before);
  await expect(page.locator("#audioCap")).toHaveCount(0);
  await page.click('button[ng-click="play()"]:not([disabled])');
  await expect(page.locator("audio#audioCap")).toHaveCount(1);
  await expect(page.locator('button[ng-click="play()"]')).toBeDisabled();
});

test("what becomes of image and sound is told under them", async ({ page }) => {
  const told = page.locator("p.err");
  const lost = (route: Route) => route.abort();
  await page.route("**/services/captcha?*", lost);
  await page.route("**/services/audiocaptcha?*", lost);
  await page.goto("/services/login");
  await page.locator("#username").press("a");
  await expect(told).toHaveText(
    "Unable to load CAPTCHA image. Please click refresh button to load.",
  );
  await page.click('button[ng-click="play()"]');
  await expect(told).toHaveText("Unable to load audio, Please try again");
  await page.unrouteAll();
  await page.click('button[ng-click="refreshCaptcha()"]');
  await expect(told).toHaveText("");
  await page.click('button[ng-click="play()"]');
  await expect(told).toHaveText("Loading/Playing audio");
});

test("a form that is not filled in as it should be is not sent", async ({
  page,
  control,
}) => {
  await page.goto("/services/login");
  const button = page.getByRole("button", { name: "Login" });
  const told = page.locator("span.err");
  const mandatory = "Please enter the mandatory fields";
  await button.click();
  await expect(told).toHaveText([mandatory, mandatory]);
  await page.fill("#username", "1st");
  await page.fill("#user_pass", PASSWORD);
  await page.fill("#captcha", "12345");
  await button.click();
  await expect(told).toHaveText([
    "Enter valid username",
    "Enter valid letters shown in the image below",
  ]);
  expect(await control.journal()).toEqual([]);
});

test("an image has one try: after a wrong answer there is another", async ({
  page,
  control,
}) => {
  await page.goto("/services/login");
  await page.fill("#username", "never_enabled");
  await page.fill("#user_pass", PASSWORD);
  const first = await shownDigits(page, control);
  await page.fill("#captcha", first === "111111" ? "222222" : "111111");
  await page.getByRole("button", { name: "Login" }).click();
  await expect(page.locator("span.err")).toHaveText(
    "Enter valid Letters shown",
  );
  await expect(page.locator("#username")).toHaveValue("never_enabled");
  await expect(page.locator("#user_pass")).toHaveValue("");
  await expect(page.locator("#captcha")).toHaveValue("");
  await expect(page.locator("#user_pass")).toBeFocused();
  expect(await shownDigits(page, control)).not.toBe(first);
});

test("an answer is good for 300 seconds", async ({ page, control }) => {
  await page.goto("/services/login");
  await page.fill("#username", "never_enabled");
  await page.fill("#user_pass", PASSWORD);
  await page.fill("#captcha", await shownDigits(page, control));
  await control.advance("PT300S");
  await page.getByRole("button", { name: "Login" }).click();
  await expect(page.locator("span.err")).toHaveText(
    "Enter valid Letters shown",
  );
});

test("it takes digits only, and neither it nor the password is pasted", async ({
  page,
}) => {
  await page.goto("/services/login");
  await page.locator("#username").press("a");
  await page.locator("#captcha").pressSequentially("1a2b3");
  await expect(page.locator("#captcha")).toHaveValue("123");
  for (const field of ["#captcha", "#user_pass"]) {
    const isPastePrevented = await page
      .locator(field)
      .evaluate(
        (input) =>
          !input.dispatchEvent(new Event("paste", { cancelable: true })),
      );
    expect(isPastePrevented, field).toBe(true);
  }
});

test("the lever tells a browser its own answer, and another caller the newest", async ({
  page,
  request,
  control,
}) => {
  await page.goto("/services/login");
  await page.fill("#username", "never_enabled");
  const shown = await shownDigits(page, control);
  await request.get("/services/captcha");
  const own = await page.request.get("/__simulator/captcha");
  expect((await own.json()) as unknown).toMatchObject({ answer: shown });
  const newest = await request.get("/__simulator/captcha");
  expect((await newest.json()) as unknown).toMatchObject({
    answer: (await control.captcha()).answer,
  });
});

test("the lever is 404 where no CAPTCHA was shown", async ({ request }) => {
  expect((await request.get("/__simulator/captcha")).status()).toBe(404);
});

test("a sign-in uses it up", async ({ page, control }) => {
  await login(page, control, "never_enabled");
  await page.waitForURL("**/fowelcome");
  await expect(control.captcha()).rejects.toThrow("no CAPTCHA");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the form has the CAPTCHA from the start and signs in", async ({
    page,
    control,
  }) => {
    await page.goto("/services/login");
    await page.getByLabel("Username").fill("never_enabled");
    await page.locator("#user_pass").fill(PASSWORD);
    await page.locator("#captcha").fill("000");
    await page.getByRole("button", { name: "Login" }).click();
    await expect(page.locator("span.err")).toHaveText(
      "Enter valid Letters shown",
    );
    await page.locator("#user_pass").fill(PASSWORD);
    const { answer } = await control.captcha();
    await page.locator("#captcha").fill(answer);
    await page.getByRole("button", { name: "Login" }).click();
    await expect(page).toHaveURL(/\/services\/auth\/fowelcome$/);
  });
});

test("--captcha off leaves the CAPTCHA out", async ({ page }) => {
  await using simulator = await startSimulator({
    edition: "2026",
    captcha: "off",
  });
  await page.goto(`${simulator.url}/services/login`);
  await page.fill("#username", "never_enabled");
  await page.fill("#user_pass", PASSWORD);
  await expect(page.locator("#captcha")).toHaveCount(0);
  await page.getByRole("button", { name: "Login" }).click();
  await page.waitForURL("**/fowelcome");
  const image = `${simulator.url}/services/captcha`;
  expect((await page.request.get(image)).status()).toBe(404);
});
