import { expect, test } from "../../kit/index.ts";

const PAGES = {
  login: "/services/login",
  welcome: "/services/auth/fowelcome",
  profile: "/services/auth/myprofile",
  "manage-api-access": "/services/auth/manageapiaccess",
} as const;
const places = Object.keys(PAGES) as (keyof typeof PAGES)[];

test.beforeEach(async ({ request }) => {
  await request.post("/__simulator/taxpayers/never_enabled/sign-in");
});

for (const at of places) {
  test.describe(`at ${at}`, () => {
    test("an error strikes as often as it should, then never", async ({
      request,
      control,
    }) => {
      await control.addFault({ at, kind: "error", status: 500, times: 2 });
      const get = () => request.get(PAGES[at]);
      expect((await get()).status()).toBe(500);
      expect(await control.faults()).toEqual([
        { at, kind: "error", status: 500, times: 1 },
      ]);
      expect((await get()).status()).toBe(500);
      expect((await get()).status()).toBe(200);
      expect(await control.faults()).toEqual([]);
    });

    test("a delay comes before the right answer", async ({
      request,
      control,
    }) => {
      await control.addFault({ at, kind: "delay", delay: "PT0.3S" });
      const before = performance.now();
      const answer = await request.get(PAGES[at]);
      expect(performance.now() - before).toBeGreaterThan(290);
      expect(answer.status()).toBe(200);
    });

    test("a hang-up cuts the connection", async ({ request, control }) => {
      await control.addFault({ at, kind: "hang-up" });
      await expect(request.get(PAGES[at])).rejects.toThrow(/hang up/);
      expect((await request.get(PAGES[at])).status()).toBe(200);
    });

    test("an expired session is sent to Access Denied and stays out", async ({
      request,
      control,
    }) => {
      await control.addFault({ at, kind: "session-expired" });
      const denied = await request.get(PAGES[at], { maxRedirects: 0 });
      expect(denied.headers()["location"]).toBe("/services/error/accessdenied");
      const after = await request.get(PAGES.profile, { maxRedirects: 0 });
      expect(after.headers()["location"]).toBe("/services/error/accessdenied");
      const [last] = await control.journal({ limit: 1 });
      expect(last).toMatchObject({
        kind: "session-expired",
        username: "never_enabled",
      });
    });

    test("maintenance is a page with a sentence, the ribbon, and no form", async ({
      request,
      control,
    }) => {
      await control.addFault({ at, kind: "maintenance" });
      const answer = await request.get(PAGES[at]);
      expect(answer.status()).toBe(503);
      const html = await answer.text();
      expect(html).toContain("down for maintenance");
      expect(html).toContain("SIMULATOR");
      expect(html).not.toContain("<form");
    });
  });
}

test("a fault of one method leaves the others alone", async ({
  request,
  control,
}) => {
  await control.addFault({ at: "login", kind: "error", method: "POST" });
  expect((await request.get(PAGES.login)).status()).toBe(200);
  expect((await request.post(PAGES.login)).status()).toBe(503);
});

test("faults strike in the order in which they were armed", async ({
  request,
  control,
}) => {
  await control.addFault({ at: "login", kind: "error", status: 502 });
  await control.addFault({ at: "login", kind: "error", status: 504 });
  expect((await request.get(PAGES.login)).status()).toBe(502);
  expect((await request.get(PAGES.login)).status()).toBe(504);
});

for (const kind of [
  "error",
  "hang-up",
  "session-expired",
  "maintenance",
] as const) {
  test(`${kind} at CONFIRM leaves the switch as it was`, async ({
    page,
    signedIn,
    control,
  }) => {
    await signedIn("never_enabled");
    await page.goto("/services/auth/");
    await page.getByRole("link", { name: "View Profile" }).click();
    await page.getByRole("link", { name: "Manage API Access" }).click();
    await page.getByLabel("Yes").check();
    await page.getByLabel("Duration").selectOption("7 days");
    await control.addFault({ at: "manage-api-access", kind, method: "POST" });
    const isOver =
      kind === "hang-up"
        ? page.waitForEvent("requestfailed")
        : page.waitForEvent("requestfinished");
    await page.getByRole("button", { name: "Confirm" }).click();
    await isOver;
    expect(await control.faults()).toEqual([]);
    const { apiAccess } = await control.taxpayer("never_enabled");
    expect(apiAccess).toEqual({ enabled: false });
    expect(await control.journal({ kind: "api-access-enabled" })).toEqual([]);
  });
}

test("an error at sign-in does not count as a wrong password", async ({
  request,
  control,
}) => {
  const login = await (await request.get(PAGES.login)).text();
  const token = /name="_csrf" value="([^"]+)"/.exec(login)?.[1] ?? "";
  await control.addFault({ at: "login", kind: "error", method: "POST" });
  const attempt = () =>
    request.post(PAGES.login, {
      form: { user_name: "never_enabled", user_pass: "wrong", _csrf: token },
    });
  expect((await attempt()).status()).toBe(503);
  expect(await control.taxpayer("never_enabled")).toMatchObject({
    failedLogins: 0,
  });
  expect((await attempt()).status()).toBe(422);
  expect(await control.taxpayer("never_enabled")).toMatchObject({
    failedLogins: 1,
  });
});

test("of many requests at once exactly the counted ones are struck", async ({
  request,
  control,
}) => {
  await control.addFault({ at: "login", kind: "error", times: 5 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => request.get(PAGES.login)),
  );
  const struck = answers.filter((answer) => answer.status() === 503);
  expect(struck).toHaveLength(5);
});

test("a strike is in the journal", async ({ request, control }) => {
  await control.addFault({ at: "profile", kind: "error", status: 500 });
  await request.get(PAGES.profile);
  expect(await control.journal({ kind: "fault" })).toMatchObject([
    { username: "never_enabled", detail: "error 500 at profile" },
  ]);
});

test("faults can be disarmed", async ({ request, control }) => {
  await control.addFault({ at: "login", kind: "error" });
  await control.clearFaults();
  expect((await request.get(PAGES.login)).status()).toBe(200);
});

const WRONG: [body: object, path: string][] = [
  [{ kind: "error" }, "at"],
  [{ at: "logout", kind: "error" }, "at"],
  [{ at: "login", kind: "explosion" }, "kind"],
  [{ at: "login", kind: "code", code: "AUTH4037" }, "code"],
  [{ at: "profile", kind: "code", code: "AUTH4037" }, "kind"],
  [{ at: "login", kind: "error", status: 200 }, "status"],
  [{ at: "login", kind: "hang-up", status: 500 }, "status"],
  [{ at: "login", kind: "delay" }, "delay"],
  [{ at: "login", kind: "delay", delay: "2 seconds" }, "delay"],
  [{ at: "login", kind: "delay", delay: "PT1H" }, "delay"],
  [{ at: "taxpayer-api", kind: "code" }, "code"],
  [{ at: "login", kind: "error", action: "LOGOUT" }, "action"],
  [{ at: "login", kind: "error", method: "FETCH" }, "method"],
  [{ at: "login", kind: "error", times: 0 }, "times"],
  [{ at: "login", kind: "error", often: 2 }, "often"],
];
for (const [body, path] of WRONG) {
  test(`the fault ${JSON.stringify(body)} is refused for its ${path}`, async ({
    request,
    control,
  }) => {
    const answer = await request.post("/__simulator/faults", { data: body });
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { path } });
    expect(await control.faults()).toEqual([]);
  });
}
