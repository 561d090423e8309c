import { STOPPED_AT, expect, test } from "./support/stopped-clock.ts";
import { MINUTES } from "./support/visitor.ts";

const DURATIONS = Object.keys(MINUTES) as (keyof typeof MINUTES)[];
const END = {
  "6 hrs": Date.parse("2026-11-24T15:30:00Z"),
  "12 hrs": Date.parse("2026-11-24T21:30:00Z"),
  "7 days": Date.parse("2026-12-01T09:30:00Z"),
  "30 days": Date.parse("2026-12-24T09:30:00Z"),
};

for (const duration of DURATIONS) {
  const until = END[duration];
  const window = {
    duration,
    since: new Date(STOPPED_AT).toISOString(),
    until: new Date(until).toISOString(),
  };

  test(`API access for ${duration} is on until its last millisecond and off at its end`, async ({
    visitor,
    control,
  }) => {
    await visitor.signIn("never_enabled");
    await visitor.enable(duration);

    for (const { at, enabled, shows } of [
      { at: STOPPED_AT, enabled: true, shows: `Yes, ${duration}` },
      { at: until - 1, enabled: true, shows: `Yes, ${duration}` },
      { at: until, enabled: false, shows: "No" },
      { at: until + 1, enabled: false, shows: "No" },
    ]) {
      await control.setNow(new Date(at));
      const { apiAccess } = await control.taxpayer("never_enabled");
      expect(apiAccess).toEqual({ enabled, ...window });
      // Weeks may have passed: sign in again to look.
      await visitor.signIn("never_enabled");
      expect(await visitor.shownChoice()).toBe(shows);
    }
  });
}

test("a window that has run out comes back when the clock does", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  await visitor.enable("6 hrs");
  await control.advance("PT6H");
  await control.setNow(new Date(STOPPED_AT + 1));
  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess.enabled).toBe(true);
});

test("enabling again starts a new window from now, also a shorter one", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  await visitor.enable("30 days");
  await control.advance("PT5M");
  await visitor.enable("6 hrs");
  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess).toEqual({
    enabled: true,
    duration: "6 hrs",
    since: "2026-11-24T09:35:00.000Z",
    until: "2026-11-24T15:35:00.000Z",
  });
});

test("No switches off at once and drops the window", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("enabled_30_days");
  await visitor.disable();
  const { apiAccess } = await control.taxpayer("enabled_30_days");
  expect(apiAccess).toEqual({ enabled: false });
  expect(await visitor.shownChoice()).toBe("No");
});
