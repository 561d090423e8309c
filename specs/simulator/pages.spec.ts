import { load } from "cheerio";
import { expect, test } from "./support/test.ts";
import {
  CHANGE_PASSWORD,
  LANDING,
  LOGIN,
  LOGOUT,
  MANAGE_API_ACCESS,
  PROFILE,
  ReadPage,
} from "./support/visitor.ts";
import type { Visitor } from "./support/visitor.ts";

const RIBBON = "SIMULATOR – not the GST portal. Never enter real credentials.";
const OUTSIDE = "Not part of this simulator";

/** Where a page leads: links, buttons, pictures, styles, scripts. */
function targets(html: string): string[] {
  const $ = load(html);
  const of = (selector: string, attribute: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).attr(attribute) ?? "");
  return [
    ...of("[href]", "href"),
    ...of("[src]", "src"),
    ...of("[formaction]", "formaction"),
  ];
}

/** Follows every link from `start` on, and tells what each address answered. */
async function crawl(visitor: Visitor, start: string) {
  const answers = new Map<string, { status: number; html: string }>();
  const waiting = [start];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (answers.has(path)) continue;
    const answer = await visitor.request.get(path);
    const isPage = answer.headers()["content-type"]?.includes("text/html");
    const html = isPage ? await answer.text() : "";
    answers.set(path, { status: answer.status(), html });
    for (const target of targets(html)) {
      expect(target, `a link on ${path}`).toMatch(/^[/#]/);
      const next = target.replace(/#.*$/, "");
      // Signing out would end the walk; the page it leads to is walked from elsewhere.
      if (next !== "" && next !== LOGOUT) waiting.push(next);
    }
  }
  return answers;
}

test.describe("No link is dead", () => {
  for (const { who, start, username } of [
    { who: "the signed-out", start: LOGIN, username: undefined },
    { who: "the signed-in", start: LANDING, username: "enabled_30_days" },
  ]) {
    test(`for ${who}: each leads to a page of the portal or says that it is outside`, async ({
      visitor,
    }) => {
      if (username !== undefined) await visitor.signIn(username);
      const answers = await crawl(visitor, start);
      expect(answers.size).toBeGreaterThan(5);
      for (const [path, { status, html }] of answers) {
        const isOutside = html.includes(OUTSIDE);
        expect(status, path).toBe(isOutside ? 404 : 200);
      }
    });
  }

  test("and anchors within a page have a target", async ({ visitor }) => {
    await visitor.signIn("never_enabled");
    for (const path of [LANDING, PROFILE, MANAGE_API_ACCESS]) {
      const { $ } = await visitor.read(path);
      const anchors = targets($.html()).filter((href) => href.startsWith("#"));
      expect(anchors).not.toEqual([]);
      for (const anchor of anchors) expect($(anchor)).toHaveLength(1);
    }
  });
});

test.describe("An address outside this simulator", () => {
  test("says so, 404, and leads the signed-out back to the login", async ({
    visitor,
  }) => {
    const answer = await visitor.get("/services/newlogin");
    expect(answer.status()).toBe(404);
    const page = new ReadPage(await answer.text());
    expect(page.heading).toBe(OUTSIDE);
    expect(page.$(".ui-card a").attr("href")).toBe(LOGIN);
  });

  test("leads the signed-in back to their landing page, and greets them still", async ({
    visitor,
  }) => {
    await visitor.signIn("never_enabled");
    for (const path of ["/services/auth/notices", "/returns/auth/dashboard"]) {
      const page = await visitor.read(path);
      expect(page.heading).toBe(OUTSIDE);
      expect(page.text).toContain("Neem Tree");
      expect(page.$(".ui-card a").attr("href")).toBe("/services/auth/");
    }
  });

  for (const path of [
    "/nothing",
    "/services",
    "/services/%",
    "/services/%E0%A4%A",
    "/services//login",
    "/services/auth%2Fmyprofile",
    "/assets",
    "/assets/",
    "/assets/nothing.css",
    "/assets/portal.css",
    "/assets/..%2f..%2fpackage.json",
    "/services/login/<script>alert(1)</script>",
  ]) {
    test(`is a page also at ${path}`, async ({ visitor, simulator }) => {
      const answer = await visitor.get(simulator.url + path);
      expect(answer.status()).toBe(404);
      const page = new ReadPage(await answer.text());
      expect(page.heading).toBe(OUTSIDE);
      expect(page.$(".ui-card script")).toHaveLength(0);
    });
  }
});

test.describe("An address of the portal is found", () => {
  for (const path of ["/services/login/", "/SERVICES/Login", `${LOGIN}?a=b`]) {
    test(`also as ${path}`, async ({ visitor }) => {
      const answer = await visitor.get(path);
      expect(answer.status()).toBe(200);
    });
  }

  test("whatever the caller says it accepts", async ({ visitor }) => {
    const headers = { Accept: "application/json" };
    const answer = await visitor.request.get(LOGIN, { headers });
    expect(answer.headers()["content-type"]).toContain("text/html");
  });

  test("by HEAD too, without a body", async ({ visitor }) => {
    const answer = await visitor.request.head(LOGIN);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toBe("");
  });

  test("from the root, by way of a redirect", async ({ visitor }) => {
    const answer = await visitor.get("/");
    expect(answer.status()).toBe(302);
    expect(answer.headers()["location"]).toBe(LOGIN);
  });
});

test("a browser keeps style sheets and scripts for good, and asks elsewhere for others", async ({
  visitor,
}) => {
  const { $ } = await visitor.read(LOGIN);
  const assets = targets($.html()).filter((to) => to.startsWith("/assets/"));
  expect(assets.length).toBeGreaterThan(2);
  for (const path of assets) {
    const answer = await visitor.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["cache-control"]).toContain("immutable");
    // What it imports is in it, not to be asked for one by one.
    expect(await answer.text()).not.toContain("@import");
  }
});

test("every HTML answer carries the ribbon and is kept from search engines", async ({
  visitor,
}) => {
  const paths = [
    "/",
    LOGIN,
    LOGOUT,
    "/nothing",
    "/assets",
    "/services/error/accessdenied",
    "/services/auth/",
    LANDING,
    PROFILE,
    MANAGE_API_ACCESS,
    CHANGE_PASSWORD,
  ];
  const look = async () => [
    ...(await Promise.all(paths.map((path) => visitor.get(path)))),
    await visitor.post(LOGIN, {}),
    await visitor.post(LOGIN, { user_name: "a".repeat(200_000) }),
    await visitor.submit(LOGIN, {}),
    await visitor.submit(LOGIN, { user_name: "x", user_pass: "y" }),
  ];
  const signedOut = await look();
  await visitor.signIn("never_enabled");
  const refused = await visitor.submit(MANAGE_API_ACCESS, {});
  const answers = [...signedOut, refused, ...(await look())];
  for (const answer of answers) {
    expect(answer.headers()["x-robots-tag"]).toBe("noindex");
    const body = await answer.text();
    const isHtml = answer.headers()["content-type"]?.includes("text/html");
    const where = `${answer.status()} ${answer.url()}`;
    if (isHtml) expect(body, where).toContain(RIBBON);
    else expect(body, where).toBe("");
  }
});

test("the ribbon stays when a query or a cookie asks it away", async ({
  visitor,
}) => {
  const answer = await visitor.request.get(`${LOGIN}?ribbon=off&embed=1`, {
    headers: { Cookie: "ribbon=off" },
  });
  expect(await answer.text()).toContain(RIBBON);
});
