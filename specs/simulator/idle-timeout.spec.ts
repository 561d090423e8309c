import { expect, test } from "./support/stopped-clock.ts";
import { ACCESS_DENIED, MANAGE_API_ACCESS } from "./support/visitor.ts";

test("a sign-in lives through idleness of one millisecond less than 15 minutes", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  await control.advance("PT14M59.999S");
  expect(await visitor.isSignedIn()).toBe(true);
});

test("a sign-in ends at 15 minutes of idleness", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  await control.advance("PT15M");
  expect(await visitor.isSignedIn()).toBe(false);
  expect(await control.journal({ kind: "session-expired" })).toMatchObject([
    { username: "never_enabled", detail: "idle" },
  ]);
  await control.setNow(new Date(0));
  expect(await visitor.isSignedIn()).toBe(false);
});

test("every page starts the 15 minutes anew", async ({ visitor, control }) => {
  await visitor.signIn("never_enabled");
  for (let pages = 0; pages < 3; pages++) {
    await control.advance("PT14M");
    expect(await visitor.isSignedIn()).toBe(true);
  }
});

test("a form that is sent after 15 minutes leads to Access Denied and changes nothing", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  const { token } = await visitor.read(MANAGE_API_ACCESS);
  await control.advance("PT15M");
  const answer = await visitor.post(MANAGE_API_ACCESS, {
    _csrf: token,
    isAPIEnable: "Y",
    exDm: "360",
  });
  expect(answer.status()).toBe(302);
  expect(answer.headers()["location"]).toBe(ACCESS_DENIED);
  const { apiAccess } = await control.taxpayer("never_enabled");
  expect(apiAccess).toEqual({ enabled: false });
});
