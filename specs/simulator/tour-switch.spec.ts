import type { Page } from "@playwright/test";
import { load } from "cheerio";
import { startSimulator } from "../../simulator/index.ts";
import { expect, test } from "../kit/index.ts";
import { CODES } from "../support/languages.ts";

const LOGIN = "/services/login";

async function sheetOf(page: Page): Promise<string> {
  const sheet = page.locator("link[rel=stylesheet]").first();
  return (await sheet.getAttribute("href")) ?? "";
}

test.describe("The tour is off until somebody wants it:", () => {
  test("a page then loads nothing of it, and has its ribbon's links only", async ({
    request,
  }) => {
    const html = await (await request.get(LOGIN)).text();
    const $ = load(html);
    expect($("#tour, [data-target], .tour-target")).toHaveLength(0);
    expect($("script, link").toString()).not.toContain("tour");
    const links = $("[href*=tour]").map((_, link) => $(link).attr("href"));
    expect(links.get()).toEqual(CODES.map((code) => `/tour/${code}`));
    expect($(".ribbon").find("button, input, form")).toHaveLength(0);
  });

  test("its Hindi link has letters on a machine without any", async ({
    page,
  }) => {
    await page.goto(LOGIN);
    const fonts = "document.fonts.ready.then((fonts) => [...fonts])";
    const loaded = `${fonts}.then((all) => all.map(({ status }) => status))`;
    expect(await page.evaluate(loaded)).toEqual(["loaded"]);
    const sheet = await page.request.get(await sheetOf(page));
    const font = new URL("devanagari.woff2", sheet.url()).href;
    const answer = await page.request.get(font);
    expect(answer.headers()).toMatchObject({
      "content-type": "font/woff2",
      "cache-control": expect.stringContaining("immutable"),
    });
    expect((await answer.body()).subarray(0, 4).toString()).toBe("wOF2");
  });

  test("a link of the ribbon switches it on and leads back, another one off", async ({
    request,
  }) => {
    const follow = async (link: string) => {
      const answer = await request.get(link, {
        headers: { Referer: new URL(LOGIN, "http://any.example").href },
      });
      expect(answer.url()).toMatch(/\/services\/login$/);
      return load(await answer.text())("#tour").attr("lang");
    };
    expect(await follow("/tour/hi")).toBe("hi");
    expect(await follow("/tour/en")).toBe("en");
    expect(await follow("/tour/off")).toBeUndefined();
  });

  test("the way back stays on this portal, whatever page is said to have led here", async ({
    request,
  }) => {
    for (const [referer, location] of [
      ["https://elsewhere.example/a?b", "/a"],
      ["https://elsewhere.example//other.example/", "/other.example/"],
      ["javascript:alert(1)", "/alert(1)"],
      ["nonsense", "/"],
    ] as const) {
      const answer = await request.get("/tour/en", {
        headers: { Referer: referer },
        maxRedirects: 0,
      });
      expect(answer.headers()["location"], referer).toBe(location);
    }
  });
});

test("--tour has it on from the start, until a browser switches it off", async ({
  request,
}) => {
  await using simulator = await startSimulator({ tour: "hi" });
  const page = async () =>
    load(await (await request.get(`${simulator.url}${LOGIN}`)).text());
  expect((await page())("#tour").attr("lang")).toBe("hi");
  await request.get(`${simulator.url}/tour/off`);
  expect((await page())("#tour")).toHaveLength(0);
});

test("a language that is not there is refused, with those that are", async () => {
  await expect(startSimulator({ tour: "fr" })).rejects.toThrow(
    `tour must be one of ${CODES.join(", ")}, not "fr".`,
  );
});
