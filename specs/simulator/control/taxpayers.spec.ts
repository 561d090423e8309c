import { expect, test } from "./calls.ts";

const GSTIN = "29ABCDE0000F1ZA";

test.describe("GET /taxpayers", () => {
  test("answers a bare list with every field of every taxpayer", async ({
    call,
  }) => {
    const { status, body } = await call("GET", "/taxpayers");
    expect(status).toBe(200);
    const usernames = (body as { username: string }[]).map((t) => t.username);
    expect(usernames).toEqual([
      "never_enabled",
      "enabled_30_days",
      "minutes_left",
      "run_out",
      "locked",
      "old_password",
      "cancelled",
      "new_device",
      "aadhaar_popup",
      "all_popups",
      "sessions_full",
    ]);
    expect((body as unknown[])[0]).toMatchObject({
      username: "never_enabled",
      password: "Simulator@1",
      gstin: expect.stringMatching(/^29[A-Z]{5}0000[A-Z]1Z[0-9A-Z]$/),
      legalName: "Neem Tree Textiles Private Limited",
      apiAccess: { enabled: false },
      failedLogins: 0,
      locked: false,
      passwordExpired: false,
      popups: [],
      registeredOn: "2017-07-01",
      status: "Active pending Verification",
      people: expect.any(Array),
      businessActivities: expect.any(Array),
      lastLoginAt: expect.stringMatching(/Z$/),
    });
  });
});

test.describe("GET /taxpayers/:username", () => {
  test("finds a taxpayer whatever the case of the name", async ({ call }) => {
    const { status, body } = await call("GET", "/taxpayers/LOCKED");
    expect(status).toBe(200);
    expect(body).toMatchObject({ username: "locked", locked: true });
  });

  test("tells an open window from one that has run out", async ({ call }) => {
    const open = await call("GET", "/taxpayers/enabled_30_days");
    expect(open.body).toMatchObject({
      apiAccess: { enabled: true, duration: "30 days" },
    });
    const over = await call("GET", "/taxpayers/run_out");
    expect(over.body).toMatchObject({
      apiAccess: {
        enabled: false,
        duration: "6 hrs",
        since: expect.any(String),
        until: expect.any(String),
      },
    });
  });

  for (const method of ["GET", "PATCH", "DELETE"]) {
    test(`is 404 for an unknown one by ${method}, with the known ones`, async ({
      call,
    }) => {
      const body = method === "PATCH" ? {} : undefined;
      const answer = await call(method, "/taxpayers/nobody", body);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({
        error: {
          message: expect.stringContaining('"nobody"'),
          known: expect.arrayContaining(["never_enabled"]),
        },
      });
    });
  }
});

test.describe("PUT /taxpayers/:username", () => {
  test("creates (201), with what is not said as plain as can be", async ({
    call,
  }) => {
    const { status, body } = await call("PUT", "/taxpayers/neem", {});
    expect(status).toBe(201);
    expect(body).toMatchObject({
      username: "neem",
      password: "Simulator@1",
      apiAccess: { enabled: false },
      failedLogins: 0,
      locked: false,
      passwordExpired: false,
      popups: [],
    });
    expect((await call("GET", "/taxpayers/neem")).body).toEqual(body);
  });

  test("replaces (200): what was set before and is not said now is gone", async ({
    call,
  }) => {
    const { status, body } = await call("PUT", "/taxpayers/locked", {
      username: "locked",
      gstin: GSTIN,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      gstin: GSTIN,
      locked: false,
      failedLogins: 0,
    });
    expect(body).not.toHaveProperty("lastLoginAt");
  });

  test("opens access from now unless since is given, until since + duration", async ({
    call,
    control,
  }) => {
    await control.setNow("2026-11-24T09:30:00Z");
    const past = await call("PUT", "/taxpayers/neem", {
      apiAccess: {
        enabled: true,
        duration: "7 days",
        since: "2026-11-20T15:00:00+05:30",
      },
    });
    expect(past.body).toMatchObject({
      apiAccess: {
        enabled: true,
        duration: "7 days",
        since: "2026-11-20T09:30:00.000Z",
        until: "2026-11-27T09:30:00.000Z",
      },
    });
    const now = await call("PUT", "/taxpayers/neem", {
      apiAccess: { enabled: true, duration: "6 hrs" },
    });
    const { apiAccess } = now.body as {
      apiAccess: { since: string; until: string };
    };
    expect(apiAccess.since).toMatch(/^2026-11-24T09:30:/);
    const length = Date.parse(apiAccess.until) - Date.parse(apiAccess.since);
    expect(length).toBe(6 * 3_600_000);
  });

  test("gives a run-out window where since is long ago", async ({
    call,
    visitor,
  }) => {
    const { body } = await call("PUT", "/taxpayers/neem", {
      apiAccess: {
        enabled: true,
        duration: "6 hrs",
        since: "2020-01-01T00:00:00Z",
      },
    });
    expect(body).toMatchObject({ apiAccess: { enabled: false } });
    await visitor.signIn("neem");
    expect(await visitor.shownChoice()).toBe("No");
  });

  test("leaves sign-ins alone", async ({ call, visitor }) => {
    await visitor.signIn("never_enabled");
    await call("PUT", "/taxpayers/never_enabled", { legalName: "Renamed" });
    expect(await visitor.isSignedIn()).toBe(true);
    const { text } = await visitor.read("/services/auth/");
    expect(text).toContain("Renamed");
  });

  test("takes what GET answered about a taxpayer, but for the window's end", async ({
    call,
  }) => {
    const got = await call("GET", "/taxpayers/enabled_30_days");
    const taxpayer = got.body as { apiAccess: Record<string, unknown> };
    delete taxpayer.apiAccess["until"];
    const put = await call("PUT", "/taxpayers/enabled_30_days", taxpayer);
    expect(put.status).toBe(200);
    expect((await call("GET", "/taxpayers/enabled_30_days")).body).toEqual(
      put.body,
    );
  });
});

test.describe("PATCH /taxpayers/:username", () => {
  test("changes the given fields and no other", async ({ call }) => {
    const before = await call("GET", "/taxpayers/run_out");
    const { status, body } = await call("PATCH", "/taxpayers/run_out", {
      tradeName: "Peepal",
      popups: ["aadhaar", "bank-account"],
      people: ["One"],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...(before.body as object),
      tradeName: "Peepal",
      popups: ["aadhaar", "bank-account"],
      people: ["One"],
    });
  });

  test("with nothing changes nothing", async ({ call }) => {
    const before = await call("GET", "/taxpayers/locked");
    const { status, body } = await call("PATCH", "/taxpayers/locked", {});
    expect(status).toBe(200);
    expect(body).toEqual(before.body);
  });

  test("switches access off as No does: the window is gone", async ({
    call,
    visitor,
  }) => {
    const { body } = await call("PATCH", "/taxpayers/enabled_30_days", {
      apiAccess: { enabled: false },
    });
    expect(body).toMatchObject({ apiAccess: { enabled: false } });
    await visitor.signIn("enabled_30_days");
    expect(await visitor.shownChoice()).toBe("No");
  });
});

test("DELETE /taxpayers/:username removes (204), until a reset", async ({
  call,
  visitor,
}) => {
  expect(await call("DELETE", "/taxpayers/locked")).toEqual({
    status: 204,
    body: undefined,
  });
  expect((await call("GET", "/taxpayers/locked")).status).toBe(404);
  expect((await call("DELETE", "/taxpayers/locked")).status).toBe(404);
  await visitor.signIn("locked");
  expect(await visitor.isSignedIn()).toBe(false);
  await call("POST", "/reset");
  expect((await call("GET", "/taxpayers/locked")).status).toBe(200);
});

test.describe("A taxpayer is refused with 400, and nothing changes:", () => {
  const duration = "6 hrs";
  for (const { why, fields, path, message } of [
    { why: "an unknown field", fields: { gstn: GSTIN }, path: "gstn" },
    {
      why: "a wrong check digit",
      fields: { gstin: "29ABCDE0000F1Z5" },
      path: "gstin",
      message: /check digit .* A/,
    },
    { why: "no GSTIN at all", fields: { gstin: "29" }, path: "gstin" },
    { why: "an empty password", fields: { password: "" }, path: "password" },
    { why: "a number as name", fields: { legalName: 7 }, path: "legalName" },
    { why: "null", fields: { tradeName: null }, path: "tradeName" },
    { why: "a lock that is text", fields: { locked: "no" }, path: "locked" },
    {
      why: "a negative count",
      fields: { failedLogins: -1 },
      path: "failedLogins",
    },
    {
      why: "an unknown pop-up",
      fields: { popups: ["aadhaar", "cookies"] },
      path: "popups[1]",
      message: /aadhaar, place-of-business, core-business, bank-account/,
    },
    {
      why: "a date that is none",
      fields: { registeredOn: "01/07/2017" },
      path: "registeredOn",
    },
    {
      why: "access without a duration",
      fields: { apiAccess: { enabled: true } },
      path: "apiAccess.duration",
      message: /6 hrs, 12 hrs, 7 days, 30 days/,
    },
    {
      why: "an unknown duration",
      fields: { apiAccess: { enabled: true, duration: "90 days" } },
      path: "apiAccess.duration",
      message: /6 hrs, 12 hrs, 7 days, 30 days/,
    },
    {
      why: "a duration in minutes",
      fields: { apiAccess: { enabled: true, duration: 360 } },
      path: "apiAccess.duration",
    },
    {
      why: "an end of the caller's own",
      fields: {
        apiAccess: { enabled: true, duration, until: "2030-01-01T00:00:00Z" },
      },
      path: "apiAccess.until",
    },
    {
      why: "No with a duration",
      fields: { apiAccess: { enabled: false, duration } },
      path: "apiAccess.duration",
    },
    { why: "access as a word", fields: { apiAccess: "on" }, path: "apiAccess" },
    {
      why: "a start that is no instant",
      fields: { apiAccess: { enabled: true, duration, since: "yesterday" } },
      path: "apiAccess.since",
    },
    {
      why: "a start without a time zone",
      fields: {
        apiAccess: { enabled: true, duration, since: "2026-11-24T09:30:00" },
      },
      path: "apiAccess.since",
    },
    {
      why: "another one's name",
      fields: { username: "locked" },
      path: "username",
    },
  ] as const satisfies readonly {
    why: string;
    fields: object;
    path: string;
    message?: RegExp;
  }[]) {
    test(why, async ({ call }) => {
      const before = await call("GET", "/taxpayers");
      for (const method of ["PUT", "PATCH"]) {
        const answer = await call(method, "/taxpayers/run_out", {
          legalName: "Not This",
          ...fields,
        });
        expect(answer.status).toBe(400);
        expect(answer.body).toMatchObject({ error: { path } });
        const { error } = answer.body as { error: { message: string } };
        expect(error.message).toMatch(/^[A-Z].*\.$/);
        if (message) expect(error.message).toMatch(message);
      }
      expect((await call("GET", "/taxpayers")).body).toEqual(before.body);
    });
  }

  for (const username of ["1neem", "a%20b", "-x", "x".repeat(51), "%3Cb%3E"]) {
    test(`a name like ${username.slice(0, 10)}`, async ({ call }) => {
      const before = await call("GET", "/taxpayers");
      const answer = await call("PUT", `/taxpayers/${username}`, {});
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ error: { path: "username" } });
      expect((await call("GET", "/taxpayers")).body).toEqual(before.body);
    });
  }

  test("an unknown field is answered with the known ones", async ({ call }) => {
    const { body } = await call("PATCH", "/taxpayers/locked", { lock: false });
    const { error } = body as { error: { known: string[] } };
    expect(error.known).toEqual(
      expect.arrayContaining(["locked", "gstin", "apiAccess", "popups"]),
    );
  });
});
