import { expect, test } from "./calls.ts";
import type { Refusal } from "./calls.ts";

interface Clock {
  readonly now: string;
  readonly offset: string;
}

test("a world's clock starts on real time", async ({ call }) => {
  const elsewhere = async () => {
    const { body } = await call("GET", "/clock", undefined, "default");
    return Date.parse((body as Clock).now);
  };
  const before = await elsewhere();
  const { status, body } = await call("GET", "/clock");
  const { now, offset } = body as Clock;
  expect(status).toBe(200);
  expect(offset).toBe("PT0S");
  expect(new Date(now).toISOString()).toBe(now);
  expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(now)).toBeLessThanOrEqual(await elsewhere());
});

test.describe("POST /clock/advance", () => {
  test("moves on by a duration and says by how much in all", async ({
    call,
  }) => {
    const before = (await call("GET", "/clock")).body as Clock;
    const first = await call("POST", "/clock/advance", { by: "PT6H" });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ offset: "PT6H" });
    const second = await call("POST", "/clock/advance", { by: "P1DT0.5S" });
    expect(second.body).toMatchObject({ offset: "P1DT6H0.5S" });
    const { now } = second.body as Clock;
    const ahead = Date.parse(now) - Date.parse(before.now);
    expect(Math.round(ahead / 60_000)).toBe(30 * 60);
  });

  test("takes no time at all", async ({ call }) => {
    const { status, body } = await call("POST", "/clock/advance", {
      by: "PT0S",
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ offset: "PT0S" });
  });

  for (const { body, path, message } of [
    { body: { by: "-PT6H" }, path: "by", message: /negative/ },
    { body: { by: "6 hrs" }, path: "by", message: /PT6H/ },
    { body: { by: "P1M" }, path: "by", message: /weeks, days/ },
    { body: { by: 360 }, path: "by", message: /PT6H/ },
    { body: {}, path: "by", message: /PT6H/ },
    { body: { by: "PT6H", to: 1 }, path: "to", message: /by/ },
    { body: { by: "P9999999W" }, path: "by", message: /further/ },
    { body: [], path: undefined, message: /object/ },
    { body: null, path: undefined, message: /object/ },
  ]) {
    test(`refuses ${JSON.stringify(body)} and moves nothing`, async ({
      call,
    }) => {
      const answer = await call("POST", "/clock/advance", body);
      expect(answer.status).toBe(400);
      const { error } = answer.body as Refusal;
      expect(error.path).toBe(path);
      expect(error.message).toMatch(message);
      const { body: clock } = await call("GET", "/clock");
      expect(clock).toMatchObject({ offset: "PT0S" });
    });
  }
});

test.describe("PUT /clock", () => {
  for (const { to, when } of [
    { to: "2017-08-19T11:31:00Z", when: "the past" },
    { to: "2030-01-01T00:00:00.500Z", when: "the future" },
    { to: "2026-11-24T15:00:00+05:30", when: "an instant told in IST" },
  ]) {
    test(`goes to ${when}, and time flows on from there`, async ({ call }) => {
      const { status, body } = await call("PUT", "/clock", { now: to });
      expect(status).toBe(200);
      const { now } = body as Clock;
      const sinceThen = (instant: string) =>
        Date.parse(instant) - Date.parse(to);
      expect(sinceThen(now)).toBeGreaterThanOrEqual(0);
      expect(sinceThen(now)).toBeLessThan(60_000);
      await expect
        .poll(async () => {
          const later = (await call("GET", "/clock")).body as Clock;
          return sinceThen(later.now) - sinceThen(now);
        })
        .toBeGreaterThan(0);
    });
  }

  for (const body of [
    { now: "tomorrow" },
    { now: "2026-11-24" },
    { now: "2026-02-30T00:00:00Z" },
    { now: "2026-11-24T09:30:00" },
    { now: 1_700_000_000_000 },
    { by: "PT6H" },
    {},
    "2026-11-24T09:30:00Z",
  ]) {
    test(`refuses ${JSON.stringify(body)} and moves nothing`, async ({
      call,
    }) => {
      const answer = await call("PUT", "/clock", body);
      expect(answer.status).toBe(400);
      expect((answer.body as Refusal).error.message).toMatch(/\.$/);
      const { body: clock } = await call("GET", "/clock");
      expect(clock).toMatchObject({ offset: "PT0S" });
    });
  }
});

test("the pages go by the world's clock", async ({ call, visitor }) => {
  await call("PUT", "/clock", { now: "2017-08-19T11:31:00Z" });
  await visitor.signIn("never_enabled");
  await visitor.enable("6 hrs");
  const { body } = await call("GET", "/taxpayers/never_enabled");
  expect(body).toMatchObject({
    apiAccess: {
      enabled: true,
      since: expect.stringMatching(/^2017-08-19T11:3/),
    },
    lastLoginAt: expect.stringMatching(/^2017-08-19T11:3/),
  });
});
