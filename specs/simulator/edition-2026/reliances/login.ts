import { PNG } from "pngjs";
import type { Locator } from "@playwright/test";
import { login } from "../sign-in.ts";
import { cookieNames, expect, one, seen, there, url } from "./reliance.ts";
import type { Place } from "./reliance.ts";

const LOGIN = "/services/login";

const untouched: Place = {
  name: "the login page, untouched",
  open: (page) => page.goto("/"),
  reliances: [
    url("entry /services/login, where / leads", /\/services\/login$/),
    one("#username", "#username"),
    one("#user_pass", "#user_pass"),
    one("name user_name", "[name=user_name]"),
    one('placeholder "Enter Password"', '[placeholder="Enter Password"]'),
    {
      says: "labels Username, Password",
      holds: async (page) => {
        await expect(page.getByLabel("Username")).toHaveId("username");
        await expect(page.getByLabel("Password")).toHaveId("user_pass");
      },
    },
    {
      says: "a hidden decoy precedes the real password; by name it is found first",
      holds: async (page) => {
        const decoy = page.locator("[name=user_pass]").first();
        await expect(decoy).not.toHaveId("user_pass");
        await expect(decoy).toBeHidden();
        await expect(
          page.locator("div.hidden > input[type=password][name=user_pass]"),
        ).toHaveCount(1);
      },
    },
    one("the visible password input", "input[type=password]:visible"),
    {
      says: 'login button by role "Login"',
      holds: (page) =>
        expect(page.getByRole("button", { name: "Login" })).toBeVisible(),
    },
    one("//button[text()='Login']", "//button[text()='Login']"),
    {
      says: "login button's innerHTML exactly Login; CSS shows LOGIN",
      holds: async (page) => {
        const button = page.locator("button[type=submit]");
        expect(await button.innerHTML()).toBe("Login");
        await expect(button).toHaveText("LOGIN", { useInnerText: true });
      },
    },
    one('//button[@type="submit"]', '//button[@type="submit"]'),
    {
      says: "no CAPTCHA before anything is typed",
      holds: (page) =>
        expect(page.locator("#captcha, #imgCaptcha")).toHaveCount(0),
    },
    {
      says: "CAPTCHA input and image appear by a program's input event",
      holds: async (page) => {
        await page.locator("#username").evaluate((input: HTMLInputElement) => {
          input.value = "dummy";
          input.dispatchEvent(new Event("input", { bubbles: true }));
        });
        await expect(page.locator("#captcha")).toBeVisible();
        await expect(page.locator("#imgCaptcha.captcha")).toBeVisible();
      },
    },
    {
      says: "the network goes idle",
      holds: (page) => page.waitForLoadState("networkidle"),
    },
    {
      says: "cookies CaptchaCookie, Lang, TS01b8883c before the login",
      holds: async (page) =>
        expect(await cookieNames(page)).toEqual(
          expect.arrayContaining(["CaptchaCookie", "Lang", "TS01b8883c"]),
        ),
    },
    {
      says: "API level: captcha, authenticate",
      holds: async ({ request }, control) => {
        const image = await request.get("/services/captcha?rnd=0.5");
        expect(image.headers()["content-type"]).toBe("image/png");
        const { answer: captcha } = await control.captcha();
        const data = {
          username: "never_enabled",
          password: "Simulator@1",
          captcha,
          mFP: "{}",
          deviceID: null,
          type: "username",
        };
        const answer = await request.post("/services/authenticate", { data });
        expect(await answer.json()).toMatchObject({ message: "auth" });
      },
    },
  ],
};

const typed: Place = {
  name: "the login page, with its CAPTCHA",
  open: async (page) => {
    await page.setViewportSize({ width: 1200, height: 1100 });
    await page.goto(LOGIN);
    // Cleared right after the page has loaded; the rest must work all the same.
    await page.context().clearCookies({ name: /^(?!SimulatorWorld)/ });
    await page.locator("#username").press("n");
    await page.locator("#imgCaptcha.captcha").waitFor();
  },
  reliances: [
    one("#captcha", "#captcha"),
    one("input[name=captcha]", "input[name=captcha]"),
    {
      says: "third input, 6 digits",
      holds: async (page) => {
        const third = page.locator("input:visible").nth(2);
        await third.pressSequentially("1234567");
        await expect(third).toHaveValue("123456");
        await expect(page.locator("#captcha")).toHaveValue("123456");
      },
    },
    one(
      'placeholder "Enter Characters shown below"',
      '[placeholder="Enter Characters shown below"]',
    ),
    one('placeholder containing "characters"', '[placeholder*="characters" i]'),
    {
      says: "label Type the characters…",
      holds: (page) =>
        expect(page.getByLabel("Type the characters")).toHaveId("captcha"),
    },
    one("#imgCaptcha", "#imgCaptcha"),
    {
      says: "#imgCaptcha taken as an element screenshot",
      holds: async (page) =>
        expectDigits(await page.locator("#imgCaptcha").screenshot()),
    },
    {
      says: "#imgCaptcha cropped from a page screenshot, window 1200x1100",
      holds: async (page) => {
        const clip = await boxOf(page.locator("#imgCaptcha"));
        expectDigits(await page.screenshot({ clip }));
      },
    },
    one(
      'button[ng-click="play()"]:not([disabled])',
      'button[ng-click="play()"]:not([disabled])',
    ),
    one("button that has i.fa-volume-up", "button:has(i.fa-volume-up)"),
    one("button that has i.fa-refresh", "button:has(i.fa-refresh)"),
    {
      says: "/services/audiocaptcha",
      holds: async (page) => {
        const answer = await page.request.get("/services/audiocaptcha");
        expect(answer.headers()["content-type"]).toMatch(/^audio\//);
      },
    },
    seen(
      "login button by absolute XPath: the 6th form div with the decoy as 2nd and the CAPTCHA rows shown",
      "xpath=/html/body/div[2]/div[2]/div/div[2]/div/div/div/div/div/form/div[6]/div/button",
    ),
    there(
      "the decoy is the 2nd form div",
      "xpath=//form/div[2][contains(@class,'hidden')]/input",
    ),
    {
      says: '"Enter valid Letters shown" in span.err, after a wrong CAPTCHA',
      holds: async (page, control) => {
        await login(page, control, "never_enabled");
        await page.waitForURL("**/fowelcome");
        await page.goto(LOGIN);
        await page.fill("#username", "never_enabled");
        await page.fill("#user_pass", "Simulator@1");
        await page.locator("#imgCaptcha.captcha").waitFor();
        const { answer } = await control.captcha();
        await page.fill("#captcha", answer === "111111" ? "222222" : "111111");
        await page.click('button[type="submit"]');
        await expect(page.locator("span.err")).toHaveText(
          "Enter valid Letters shown",
        );
      },
    },
    seen(".err", ".err"),
    {
      says: '"Invalid Username or Password. Please try again" in alert-message, .alert-danger',
      holds: async (page, control) => {
        await page.fill("#user_pass", "Wrong@1234");
        await page.locator("#imgCaptcha.captcha").waitFor();
        await page.fill("#captcha", (await control.captcha()).answer);
        await page.click('button[type="submit"]');
        await expect(page.locator("alert-message .alert-danger")).toContainText(
          "Invalid Username or Password. Please try again",
        );
      },
    },
  ],
};

const expired: Place = {
  name: "a sign-in with an expired password",
  open: (page, control) => login(page, control, "old_password"),
  reliances: [
    one("#submitpwd", "#submitpwd"),
    url("leads to /services/auth/changepassword", /\/auth\/changepassword$/),
  ],
};

export const loginPlaces: readonly Place[] = [untouched, typed, expired];

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("The image is not in sight.");
  return box;
}

/** A picture of the whole CAPTCHA, which may begin within a pixel, with the digits' dark blue. */
function expectDigits(picture: Buffer): void {
  const { width, height, data } = PNG.sync.read(picture);
  expect([182, 183]).toContain(width);
  expect([50, 51]).toContain(height);
  const dark = data.filter((value, index) => index % 4 === 0 && value < 60);
  expect(dark.length).toBeGreaterThan(500);
}
