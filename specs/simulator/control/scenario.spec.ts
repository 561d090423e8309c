import { expect, test } from "./calls.ts";
import type { Refusal } from "./calls.ts";

const MINE = {
  name: "mine",
  taxpayers: [
    { username: "neem" },
    {
      username: "peepal",
      gstin: "29ABCDE0000F1ZA",
      apiAccess: { enabled: true, duration: "7 days" },
    },
  ],
};

const usernames = (body: unknown) =>
  (body as { taxpayers: { username: string }[] }).taxpayers.map(
    ({ username }) => username,
  );

test("GET /scenario answers a name and taxpayers that can be put again", async ({
  call,
}) => {
  const { status, body } = await call("GET", "/scenario");
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: "default" });
  expect(usernames(body)).toContain("never_enabled");
  const { body: before } = await call("GET", "/taxpayers");
  expect((await call("PUT", "/scenario", body)).status).toBe(200);
  expect((await call("GET", "/taxpayers")).body).toEqual(before);
});

test.describe("PUT /scenario", () => {
  test("puts the world into a scenario of the caller's own", async ({
    call,
  }) => {
    const { status, body } = await call("PUT", "/scenario", MINE);
    expect(status).toBe(200);
    expect(usernames(body)).toEqual(["neem", "peepal"]);
    expect((await call("GET", "/scenario")).body).toEqual(body);
    const peepal = await call("GET", "/taxpayers/peepal");
    expect(peepal.body).toMatchObject({
      gstin: "29ABCDE0000F1ZA",
      apiAccess: { enabled: true, duration: "7 days" },
    });
    expect((await call("GET", "/taxpayers/never_enabled")).status).toBe(404);
  });

  test("resets: changes, sign-ins, journal and clock are gone", async ({
    call,
    visitor,
  }) => {
    await call("POST", "/clock/advance", { by: "P1D" });
    await visitor.signIn("never_enabled");
    await call("PUT", "/scenario", { name: "default" });
    expect(await visitor.isSignedIn()).toBe(false);
    expect((await call("GET", "/journal")).body).toEqual([]);
    expect((await call("GET", "/clock")).body).toMatchObject({
      offset: "PT0S",
    });
  });

  test("stays for later resets", async ({ call }) => {
    await call("PUT", "/scenario", MINE);
    await call("DELETE", "/taxpayers/neem");
    await call("POST", "/reset");
    const { body } = await call("GET", "/taxpayers");
    expect(usernames({ taxpayers: body })).toEqual(["neem", "peepal"]);
  });

  test("leads back by name", async ({ call }) => {
    await call("PUT", "/scenario", MINE);
    const { body } = await call("PUT", "/scenario", { name: "default" });
    expect(usernames(body)).toContain("never_enabled");
  });

  test("takes one without any taxpayer", async ({ call }) => {
    await call("PUT", "/scenario", { name: "empty", taxpayers: [] });
    expect((await call("GET", "/taxpayers")).body).toEqual([]);
    const { body } = await call("GET", "/taxpayers/neem");
    expect((body as Refusal).error.known).toEqual([]);
  });

  const taxpayers = (...list: unknown[]) => ({ name: "x", taxpayers: list });
  for (const { why, body, path } of [
    { why: "an unknown name", body: { name: "nothing" }, path: "name" },
    { why: "no name", body: { taxpayers: [] }, path: "name" },
    { why: "an unknown key", body: { ...MINE, clock: 1 }, path: "clock" },
    {
      why: "a taxpayer without a name",
      body: taxpayers({ username: "neem" }, {}),
      path: "taxpayers[1].username",
    },
    {
      why: "a name twice",
      body: taxpayers({ username: "neem" }, { username: "NEEM" }),
      path: "taxpayers[1].username",
    },
    {
      why: "a wrong GSTIN deep inside",
      body: taxpayers({ username: "neem" }, { username: "b", gstin: "29" }),
      path: "taxpayers[1].gstin",
    },
    {
      why: "an unknown field deep inside",
      body: taxpayers({ username: "neem", apiAcess: {} }),
      path: "taxpayers[0].apiAcess",
    },
  ]) {
    test(`refuses ${why} and leaves the world as it was`, async ({ call }) => {
      await call("DELETE", "/taxpayers/locked");
      const before = await call("GET", "/taxpayers");
      const answer = await call("PUT", "/scenario", body);
      expect(answer.status).toBe(400);
      expect((answer.body as Refusal).error.path).toBe(path);
      expect((await call("GET", "/taxpayers")).body).toEqual(before.body);
    });
  }

  test("names the scenarios there are when asked for another", async ({
    call,
  }) => {
    const { body } = await call("PUT", "/scenario", { name: "nothing" });
    expect((body as Refusal).error.known).toContain("default");
  });
});

test("POST /reset is 204 and undoes everything", async ({
  call,
  visitor,
  requestOtp,
}) => {
  const before = await call("GET", "/taxpayers/never_enabled");
  await requestOtp("enabled_30_days");
  expect((await call("GET", "/messages")).body).toHaveLength(2);
  await call("POST", "/faults", { at: "profile", kind: "error" });
  await call("POST", "/clock/advance", { by: "P1D" });
  await visitor.signIn("never_enabled");
  await visitor.enable("30 days");
  await call("PUT", "/taxpayers/newcomer", {});

  expect(await call("POST", "/reset")).toEqual({
    status: 204,
    body: undefined,
  });

  expect(await visitor.isSignedIn()).toBe(false);
  for (const path of ["/journal", "/messages", "/faults"]) {
    expect((await call("GET", path)).body).toEqual([]);
  }
  expect((await call("GET", "/taxpayers/newcomer")).status).toBe(404);
  expect((await call("GET", "/clock")).body).toMatchObject({ offset: "PT0S" });
  const after = await call("GET", "/taxpayers/never_enabled");
  expect(after.body).toEqual({
    ...(before.body as object),
    lastLoginAt: expect.any(String),
  });
});
