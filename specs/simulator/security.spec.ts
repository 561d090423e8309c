import { startSimulator } from "../../simulator/index.ts";
import { expect, test } from "./support/test.ts";
import {
  CHANGE_PASSWORD,
  LANDING,
  LOGIN,
  LOGOUT,
  MANAGE_API_ACCESS,
  PASSWORD,
  PROFILE,
  ReadPage,
} from "./support/visitor.ts";

const YES = { isAPIEnable: "Y", exDm: "360" };

test.describe("A form without its token is 403 and changes nothing:", () => {
  test("a choice without a token", async ({ visitor, control }) => {
    await visitor.signIn("never_enabled");
    const answer = await visitor.post(MANAGE_API_ACCESS, YES);
    expect(answer.status()).toBe(403);
    expect(new ReadPage(await answer.text()).heading).toBe(
      "This form was not accepted",
    );
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toEqual({ enabled: false });
  });

  test("a choice with a made-up token", async ({ visitor, control }) => {
    await visitor.signIn("never_enabled");
    for (const _csrf of ["", "x", "0".repeat(64), "a.b"]) {
      const answer = await visitor.post(MANAGE_API_ACCESS, { _csrf, ...YES });
      expect(answer.status()).toBe(403);
    }
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toEqual({ enabled: false });
  });

  test("a choice with the token of somebody else", async ({
    visitor,
    otherVisitor,
    control,
  }) => {
    await visitor.signIn("never_enabled");
    await otherVisitor.signIn("enabled_30_days");
    const { token } = await otherVisitor.read(MANAGE_API_ACCESS);
    await visitor.read(MANAGE_API_ACCESS);
    const form = { _csrf: token, ...YES };
    const answer = await visitor.post(MANAGE_API_ACCESS, form);
    expect(answer.status()).toBe(403);
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toEqual({ enabled: false });
  });

  test("a choice with the token from before the sign-in", async ({
    visitor,
    control,
  }) => {
    const { token } = await visitor.read(LOGIN);
    await visitor.signIn("never_enabled");
    const form = { _csrf: token, ...YES };
    const answer = await visitor.post(MANAGE_API_ACCESS, form);
    expect(answer.status()).toBe(403);
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toEqual({ enabled: false });
  });

  test("a sign-in, which then counts no wrong password", async ({
    visitor,
    control,
  }) => {
    const fields = { user_name: "never_enabled", user_pass: "Wrong@123" };
    expect((await visitor.post(LOGIN, fields)).status()).toBe(403);
    const { failedLogins } = await control.taxpayer("never_enabled");
    expect(failedLogins).toBe(0);
  });

  test("a change of password", async ({ visitor, control }) => {
    await visitor.signIn("never_enabled");
    const answer = await visitor.post(CHANGE_PASSWORD, {
      old_pass: PASSWORD,
      new_pass: "Renewed@22",
      confirm_pass: "Renewed@22",
    });
    expect(answer.status()).toBe(403);
    const { password } = await control.taxpayer("never_enabled");
    expect(password).toBe(PASSWORD);
  });

  test("a choice sent as JSON", async ({ visitor, control }) => {
    await visitor.signIn("never_enabled");
    const { token } = await visitor.read(MANAGE_API_ACCESS);
    const answer = await visitor.request.post(MANAGE_API_ACCESS, {
      data: { _csrf: token, ...YES },
    });
    expect(answer.status()).toBe(403);
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toEqual({ enabled: false });
  });
});

test("one page's token serves another tab's form", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  const first = await visitor.read(MANAGE_API_ACCESS);
  await visitor.read(CHANGE_PASSWORD);
  const form = { _csrf: first.token, ...YES };
  const answer = await visitor.post(MANAGE_API_ACCESS, form);
  expect(answer.status()).toBe(303);
  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess.enabled).toBe(true);
});

test("a browser that comes again keeps its token and is sent no cookie for it, until it signs in", async ({
  visitor,
  control,
}) => {
  const { token } = await visitor.read(LOGIN);
  expect((await visitor.read(LOGIN)).token).toBe(token);
  expect((await visitor.get(LOGIN)).headers()).not.toHaveProperty("set-cookie");
  await visitor.signIn("never_enabled");
  const signedIn = await visitor.read(MANAGE_API_ACCESS);
  expect(signedIn.token).not.toBe(token);
  await visitor.read(MANAGE_API_ACCESS);
  const form = { _csrf: signedIn.token, ...YES };
  expect((await visitor.post(MANAGE_API_ACCESS, form)).status()).toBe(303);
  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess.enabled).toBe(true);
  await visitor.get(LOGOUT);
  expect((await visitor.read(LOGIN)).token).not.toBe(signedIn.token);
});

test.describe("The cookie of a sign-in", () => {
  test("is for this browser's session only, out of reach of scripts and other sites", async ({
    visitor,
  }) => {
    await visitor.signIn("never_enabled");
    const { cookies } = await visitor.request.storageState();
    const names = cookies.map(({ name }) => name);
    expect(names.toSorted()).toEqual(["AuthToken", "FormToken"]);
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({
        httpOnly: true,
        sameSite: "Lax",
        path: "/",
        expires: -1,
      });
    }
  });

  test("is not set before there is a sign-in", async ({ visitor }) => {
    await visitor.read(LOGIN);
    const { cookies } = await visitor.request.storageState();
    expect(cookies.map(({ name }) => name)).toEqual(["FormToken"]);
  });

  test("is a new one at every sign-in, and the old one is worth nothing", async ({
    visitor,
    otherVisitor,
  }) => {
    const authToken = async () => {
      const { cookies } = await visitor.request.storageState();
      return cookies.find(({ name }) => name === "AuthToken")?.value ?? "";
    };
    await visitor.signIn("never_enabled");
    const first = await authToken();
    await visitor.signIn("never_enabled");
    expect(await authToken()).not.toBe(first);
    const answer = await otherVisitor.request.get(PROFILE, {
      headers: { Cookie: `AuthToken=${first}` },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(302);
  });

  test("cannot be planted: an unknown or forged one is not taken over", async ({
    otherVisitor,
  }) => {
    for (const value of ["s%3Aplanted", "s%3Aplanted.signature", "planted"]) {
      const headers = { Cookie: `AuthToken=${value}` };
      const answer = await otherVisitor.request.get(PROFILE, {
        headers,
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(302);
      expect(answer.headers()["set-cookie"] ?? "").not.toContain("AuthToken");
    }
  });
});

test.describe("With another edition's landing page", () => {
  test.use({ own: { edition: "2026", captcha: "off" } });

  test("Edition 2026 allows nothing inline but the handlers of its landing page, each by its hash", async ({
    visitor,
  }) => {
    const policyOf = async (path: string) => {
      const headers = (await visitor.get(path)).headers();
      return headers["content-security-policy"] ?? "";
    };
    await visitor.signIn("never_enabled");
    const scripts = /script-src ([^;]+)/;
    const landing = await policyOf(LANDING);
    const hashes = /^'self' 'unsafe-hashes'( 'sha256-[\w+/=]{44}')+$/;
    expect(scripts.exec(landing)?.[1]).toMatch(hashes);
    expect(landing.replace(scripts, "")).not.toContain("unsafe");
    for (const path of [LOGIN, PROFILE, LOGOUT]) {
      expect(await policyOf(path)).not.toContain("unsafe");
    }
  });
});

test.describe("Every page", () => {
  const PATHS = [LOGIN, LANDING, PROFILE, MANAGE_API_ACCESS, CHANGE_PASSWORD];

  test("forbids what is inline, framing and sniffing, and is not cached", async ({
    visitor,
  }) => {
    await visitor.signIn("never_enabled");
    for (const path of [...PATHS, "/nothing", LOGOUT]) {
      const headers = (await visitor.get(path)).headers();
      const policy = headers["content-security-policy"] ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain("unsafe");
      expect(policy).not.toMatch(/\*|https?:/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
      expect(headers["cache-control"]).toContain("no-store");
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  });

  test("has no script, style or handler in its markup", async ({ visitor }) => {
    await visitor.signIn("never_enabled");
    for (const path of [...PATHS, "/nothing", LOGOUT]) {
      const { $ } = await visitor.read(path);
      expect($("style, [style], script:not([src])")).toHaveLength(0);
      const handlers = $("*")
        .toArray()
        .flatMap((element) => Object.keys($(element).attr() ?? {}))
        .filter((name) => name.startsWith("on"));
      expect(handlers).toEqual([]);
    }
  });

  test("shows a taxpayer's markup as text", async ({ visitor, control }) => {
    const evil = `<script>alert("1")</script>&<b title='x'>`;
    await control.patchTaxpayer("never_enabled", {
      legalName: evil,
      address: evil,
      people: [evil],
      businessActivities: [evil],
      centreJurisdiction: evil,
      email: evil,
    });
    await visitor.signIn("never_enabled");
    for (const path of [LANDING, PROFILE, MANAGE_API_ACCESS]) {
      const { $ } = await visitor.read(path);
      expect($("script:not([src]), b[title=x]")).toHaveLength(0);
      expect($("body").text()).toContain(`<script>alert("1")`);
    }
  });

  test("shows a refused user name as text", async ({ visitor }) => {
    const evil = `"><script>alert(1)</script>`;
    const answer = await visitor.signIn(evil, "x");
    const { $ } = new ReadPage(await answer.text());
    expect($("script:not([src])")).toHaveLength(0);
    expect($("#username").attr("value")).toBe(evil);
  });
});

test.describe("What cannot be read is a page with a 4xx:", () => {
  for (const { what, type, body, status } of [
    {
      what: "a form of 200 kB",
      type: "application/x-www-form-urlencoded",
      body: `user_name=${"a".repeat(200_000)}`,
      status: 413,
    },
    {
      what: "a form of 2,000 fields",
      type: "application/x-www-form-urlencoded",
      body: "a=1&".repeat(2_000),
      status: 413,
    },
    {
      what: "a form in an unknown charset",
      type: "application/x-www-form-urlencoded; charset=nonsense",
      body: "a=1",
      status: 415,
    },
    {
      what: "a form whose escapes are broken",
      type: "application/x-www-form-urlencoded",
      body: "_csrf=%&user_name=%zz&user_pass=%E0%A4%A",
      status: 403,
    },
    { what: "a body of no known kind", type: "x/y", body: "?", status: 403 },
  ]) {
    test(what, async ({ visitor }) => {
      const answer = await visitor.request.post(LOGIN, {
        headers: { "Content-Type": type },
        data: body,
      });
      expect(answer.status()).toBe(status);
      const page = new ReadPage(await answer.text());
      expect(page.$(".ribbon")).toHaveLength(1);
      expect(page.text).not.toMatch(/\bat .+:\d+:\d+/);
    });
  }

  test("fields named like an object's own", async ({ visitor }) => {
    const answer = await visitor.submit(LOGIN, {
      ["__proto__"]: "x",
      constructor: "x",
      user_name: "never_enabled",
    });
    expect(answer.status()).toBe(422);
  });

  test("a field sent twice, of which the last one counts", async ({
    visitor,
  }) => {
    const { token } = await visitor.read(LOGIN);
    const fields = [
      ["_csrf", token],
      ["user_name", "never_enabled"],
      ["user_pass", ""],
      ["user_pass", PASSWORD],
    ];
    const answer = await visitor.request.post(LOGIN, {
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      data: new URLSearchParams(fields).toString(),
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
  });
});

test("a password is in no journal and in no world's list", async ({
  visitor,
  control,
}) => {
  await visitor.signIn(PASSWORD, "Secret@99");
  await visitor.signIn("never_enabled", "Secret@99");
  await visitor.signIn("never_enabled");
  await visitor.submit(CHANGE_PASSWORD, {
    old_pass: PASSWORD,
    new_pass: "Renewed@22",
    confirm_pass: "Renewed@22",
  });
  const journal = JSON.stringify(await control.journal());
  expect(journal).toContain("password-changed");
  expect(journal).not.toMatch(/Secret@99|Renewed@22|Simulator@1/);
  const worlds = await visitor.get("/__simulator/worlds");
  expect(await worlds.text()).not.toMatch(/Secret@99|Renewed@22|Simulator@1/);
});

test.describe("Sign-ins from one address", () => {
  test("are held back past the setting, with a page that says so", async ({
    playwright,
  }) => {
    await using simulator = await startSimulator({ signInsPerMinute: 2 });
    const request = await playwright.request.newContext({
      baseURL: simulator.url,
    });
    const page = new ReadPage(await (await request.get(LOGIN)).text());
    const form = { _csrf: page.token, user_name: "nobody", user_pass: "x" };
    const statuses = [];
    for (let tries = 0; tries < 3; tries++) {
      statuses.push((await request.post(LOGIN, { form })).status());
    }
    expect(statuses).toEqual([422, 422, 429]);
    const refused = await request.post(LOGIN, { form });
    const { text, $ } = new ReadPage(await refused.text());
    expect(text).toContain("2 sign-ins a minute");
    expect($(".ribbon")).toHaveLength(1);
    expect((await request.get(LOGIN)).status()).toBe(200);
    await request.dispose();
  });
});
