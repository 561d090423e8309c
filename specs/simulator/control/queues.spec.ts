import { expect, test } from "./calls.ts";
import type { Answer } from "./calls.ts";

/** What a world collects, as a caller without the library reads and empties it. */

const usernames = ({ body }: Answer) =>
  (body as { username: string }[]).map(({ username }) => username);

test("GET /messages tells what was sent to whom, newest first, with its OTP", async ({
  call,
  requestOtp,
}) => {
  await requestOtp("enabled_30_days");
  await requestOtp("minutes_left");
  const all = await call("GET", "/messages");
  expect(all.status).toBe(200);
  expect(usernames(all)).toEqual([
    "minutes_left",
    "minutes_left",
    "enabled_30_days",
    "enabled_30_days",
  ]);
  const of = await call("GET", "/messages?username=enabled_30_days");
  const channels = (of.body as { channel: string }[]).map(
    ({ channel }) => channel,
  );
  expect(channels.toSorted()).toEqual(["email", "sms"]);
  expect((of.body as object[])[0]).toEqual({
    at: expect.stringMatching(/Z$/),
    channel: expect.any(String),
    username: "enabled_30_days",
    text: expect.stringContaining("575757"),
    otp: "575757",
  });
});

for (const path of ["/messages", "/journal"]) {
  test(`DELETE ${path} forgets (204) one user's, or all`, async ({
    call,
    requestOtp,
  }) => {
    await requestOtp("enabled_30_days");
    await requestOtp("minutes_left");
    const one = await call("DELETE", `${path}?username=minutes_left`);
    expect(one.status).toBe(204);
    const left = usernames(await call("GET", path));
    expect(new Set(left)).toEqual(new Set(["enabled_30_days"]));
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("GET", path)).body).toEqual([]);
  });
}

test("POST /faults answers the queue (201), GET shows it, DELETE empties it (204)", async ({
  call,
}) => {
  const first = { at: "login", kind: "error", status: 500, times: 2 };
  const second = { at: "taxpayer-api", kind: "code", code: "AUTH4037" };
  await call("POST", "/faults", first);
  const { status, body } = await call("POST", "/faults", second);
  expect(status).toBe(201);
  expect(body).toEqual([first, { ...second, times: 1 }]);
  expect(await call("GET", "/faults")).toEqual({ status: 200, body });
  expect((await call("DELETE", "/faults")).status).toBe(204);
  expect((await call("GET", "/faults")).body).toEqual([]);
});
