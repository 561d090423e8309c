import { DURATIONS } from "../../../simulator/domain/editions.ts";
import { DAY, HOUR, MINUTE, expect, outcome, test } from "./frozen.ts";

/*
 * Each row of the facts' decisions (taxpayer API §4) over HTTP, encrypted, by the kit's
 * client. The clock stands still; time is counted from where it first stood.
 */

const TOKEN = 6 * HOUR;

test.describe("row 1: the access window runs from CONFIRM", () => {
  for (const { label, minutes } of Object.values(DURATIONS)) {
    test(`for ${label}, to the millisecond`, async ({ api }) => {
      const client = api.client();
      await api.choose(label);
      expect(await outcome(client.requestOtp())).toBe("ok");
      await api.at(minutes * MINUTE - 1);
      expect(await outcome(client.requestOtp())).toBe("ok");
      await api.at(minutes * MINUTE);
      expect(await outcome(client.requestOtp())).toBe("AUTH4037");
    });
  }

  test.describe("by the setting, a session's duration runs from its login", () => {
    test.use({ settings: { apiSessionFrom: "login" } });

    test("and may outlive the window in which new ones may be opened", async ({
      api,
    }) => {
      await api.choose("12 hrs");
      await api.at(10 * HOUR);
      const client = await api.loggedIn();
      await api.at(15 * HOUR);
      expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
      expect(await outcome(client.requestOtp())).toBe("AUTH4037");
      expect(await outcome(client.refresh())).toBe("ok");
      await api.at(21 * HOUR);
      expect(await outcome(client.refresh())).toBe("AUTH4033");
    });
  });
});

test("row 2: a session never outlives the access window", async ({ api }) => {
  await api.choose("7 days");
  await api.at(7 * DAY - HOUR);
  const client = await api.loggedIn();
  await api.at(7 * DAY - 1);
  expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
  await api.at(7 * DAY);
  expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4037");
});

test.describe("row 3: a No ends live sessions at once", () => {
  test("and a Yes after it brings none of them back", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    await api.choose("No");
    expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4037");
    await api.choose("30 days");
    expect(await outcome(client.getPreference("2026-27"))).toBe(
      "RT-R1R3BAV-1007",
    );
    expect(await outcome(client.refresh())).toBe("AUTH4033");
  });

  test.describe("unless the setting says otherwise", () => {
    test.use({ settings: { apiNoKeepsSessions: true } });

    test("then a token works until its own end, and no new one is given", async ({
      api,
    }) => {
      await api.choose("30 days");
      const client = await api.loggedIn();
      await api.choose("No");
      await api.at(TOKEN - 1);
      expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
      expect(await outcome(client.refresh())).toBe("AUTH4037");
      await api.at(TOKEN);
      expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4038");
    });
  });
});

test.describe("row 4: expiry", () => {
  for (const { label, minutes } of Object.values(DURATIONS)) {
    test(`is ${minutes} for ${label}, a number`, async ({ api }) => {
      await api.choose(label);
      const client = await api.loggedIn();
      expect(client.session?.expiry).toBe(minutes);
    });
  }

  test.describe("by the setting", () => {
    test.use({ settings: { apiExpiry: "token" } });

    test("is the token's 360 minutes", async ({ api }) => {
      await api.choose("30 days");
      const client = await api.loggedIn();
      expect(client.session?.expiry).toBe(360);
    });
  });
});

test("rows 5 and 17: a token lives 6 h to the millisecond, then AUTH4038", async ({
  api,
}) => {
  await api.choose("30 days");
  const client = await api.loggedIn();
  await api.at(TOKEN - 1);
  expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
  expect(await outcome(client.saveReturn("042026", {}))).toBe("ok");
  await api.at(TOKEN);
  expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4038");
  expect(await outcome(client.saveReturn("042026", {}))).toBe("AUTH4038");
  expect(await outcome(client.logout())).toBe("AUTH4038");
});

test.describe("rows 6 and 15: a token can be refreshed", () => {
  test("until its end, and not at it: AUTH4033", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    await api.at(TOKEN);
    expect(await outcome(client.refresh())).toBe("AUTH4033");
    await api.at(TOKEN - 1);
    expect(await outcome(client.refresh())).toBe("ok");
  });

  test.describe("with a grace", () => {
    test.use({ settings: { apiRefreshGrace: 18 * HOUR } });

    test("for so much longer", async ({ api }) => {
      await api.choose("30 days");
      const client = await api.loggedIn();
      await api.at(DAY);
      expect(await outcome(client.refresh())).toBe("AUTH4033");
      await api.at(DAY - 1);
      expect(await outcome(client.refresh())).toBe("ok");
      expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
    });
  });
});

test.describe("row 7: an OTP", () => {
  test("is 575757 and good for 10 minutes, to the millisecond", async ({
    api,
  }) => {
    await api.choose("30 days");
    const client = api.client();
    await client.requestOtp();
    await api.at(10 * MINUTE);
    expect(await outcome(client.authenticate("575757"))).toBe("AUTH4033");
    await api.at(10 * MINUTE - 1);
    expect(await outcome(client.authenticate("575757"))).toBe("ok");
  });

  test.describe("that is random", () => {
    test.use({ settings: { otp: "random" } });

    test("has 6 digits, which only the message tells", async ({ api }) => {
      await api.choose("30 days");
      const client = api.client();
      await client.requestOtp();
      const [message] = await api.portal.messages.list();
      expect(message?.otp).toMatch(/^\d{6}$/);
      expect(await outcome(client.authenticate(message?.otp ?? ""))).toBe("ok");
    });
  });
});

test.describe("row 8: AUTH4033 is the answer to an OTP that is", () => {
  test("wrong, which does not use the right one up", async ({ api }) => {
    await api.choose("30 days");
    const client = api.client();
    await client.requestOtp();
    expect(await outcome(client.authenticate("575758"))).toBe("AUTH4033");
    expect(await outcome(client.authenticate("575757"))).toBe("ok");
  });

  test("used", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    expect(await outcome(client.authenticate("575757"))).toBe("AUTH4033");
  });

  test("not asked for, or asked for by another client", async ({ api }) => {
    await api.choose("30 days");
    const client = api.client({ clientId: "one" });
    expect(await outcome(client.authenticate("575757"))).toBe("AUTH4033");
    await api.client({ clientId: "two" }).requestOtp();
    expect(await outcome(client.authenticate("575757"))).toBe("AUTH4033");
  });
});

test.describe("an OTP that was asked for again", () => {
  test.use({ settings: { otp: "random" } });

  test("voids the earlier one", async ({ api }) => {
    await api.choose("30 days");
    const client = api.client();
    await client.requestOtp();
    const [first] = await api.portal.messages.list();
    await client.requestOtp();
    expect(await outcome(client.authenticate(first?.otp ?? ""))).toBe(
      "AUTH4033",
    );
  });
});

test.describe("row 9: OTPREQUEST is AUTH4037", () => {
  test("while nothing was ever chosen, and on No", async ({ api }) => {
    const client = api.client();
    const reply = await client.requestOtp();
    expect(reply.body).toEqual({
      status_cd: "0",
      error: {
        error_cd: "AUTH4037",
        message:
          "API access is not available or user expiry Duration is less than or equal to auth token expiry duration",
      },
    });
    expect(reply.httpStatus).toBe(200);
    await api.choose("No");
    expect(await outcome(client.requestOtp())).toBe("AUTH4037");
  });
});

test("row 10: AUTHTOKEN is AUTH4037 where No came after the OTP", async ({
  api,
}) => {
  await api.choose("30 days");
  const client = api.client();
  await client.requestOtp();
  await api.choose("No");
  expect(await outcome(client.authenticate("575757"))).toBe("AUTH4037");
});

test("rows 11 and 12: 6 hrs are a session of exactly one token", async ({
  api,
}) => {
  await api.choose("6 hrs");
  const client = await api.loggedIn();
  expect(await outcome(client.refresh())).toBe("AUTH4037");
  await api.at(TOKEN - 1);
  expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
  await api.at(TOKEN);
  expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4037");
});

test.describe("row 13: a refresh gives a new token and a new sek", () => {
  for (const key of ["the app key from before", "another app key"]) {
    test(`to ${key}, and the old token dies`, async ({ api }) => {
      await api.choose("12 hrs");
      const client = await api.loggedIn();
      const old = client.session!;
      await api.at(5 * HOUR + 59 * MINUTE);
      const next = key.startsWith("another") ? Buffer.alloc(32, 7) : undefined;
      expect(await outcome(client.refresh(next))).toBe("ok");
      const renewed = client.session!;
      expect(renewed.authToken).not.toBe(old.authToken);
      expect(renewed.ek.equals(old.ek)).toBe(false);
      expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
      await api.at(11 * HOUR + 59 * MINUTE - 1);
      expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
      client.session = old;
      expect(await outcome(client.getPreference("2026-27"))).toBe(
        "RT-R1R3BAV-1007",
      );
      expect(await outcome(client.refresh())).toBe("AUTH4033");
    });
  }
});

test("row 14: after the chosen duration a refresh is AUTH4037, and an OTP is needed", async ({
  api,
}) => {
  await api.choose("12 hrs");
  const client = await api.loggedIn();
  await api.at(TOKEN - 1);
  await client.refresh();
  await api.at(12 * HOUR - 2);
  expect(await outcome(client.refresh())).toBe("ok");
  await api.at(12 * HOUR);
  expect(await outcome(client.refresh())).toBe("AUTH4037");
  await api.choose("12 hrs");
  expect(await outcome(client.refresh())).toBe("AUTH4033");
  await client.requestOtp();
  expect(await outcome(client.authenticate("575757"))).toBe("ok");
});

test("rows 16 and 18: after No a refresh and a data call are AUTH4037, a logout AUTH4033", async ({
  api,
}) => {
  await api.choose("30 days");
  const client = await api.loggedIn();
  await api.choose("No");
  expect(await outcome(client.refresh())).toBe("AUTH4037");
  expect(await outcome(client.saveReturn("042026", {}))).toBe("AUTH4037");
  expect(await outcome(client.logout())).toBe("AUTH4033");
});

test.describe("row 19: a new login", () => {
  test("replaces the session of the same client, not another's", async ({
    api,
  }) => {
    await api.choose("30 days");
    const first = await api.loggedIn({ clientId: "one" });
    const other = await api.loggedIn({ clientId: "two" });
    await api.loggedIn({ clientId: "one" });
    expect(await outcome(first.getPreference("2026-27"))).toBe(
      "RT-R1R3BAV-1007",
    );
    expect(await outcome(other.getPreference("2026-27"))).toBe("ok");
  });

  test.describe("past a limit", () => {
    test.use({ settings: { apiSessionLimit: 2 } });

    test("is refused at OTPREQUEST with AUTH403 until a token ends", async ({
      api,
    }) => {
      await api.choose("30 days");
      const first = await api.loggedIn();
      await api.at(HOUR);
      await api.loggedIn();
      expect(await outcome(first.getPreference("2026-27"))).toBe("ok");
      expect(await outcome(api.client().requestOtp())).toBe("AUTH403");
      await api.at(TOKEN - 1);
      expect(await outcome(api.client().requestOtp())).toBe("AUTH403");
      await api.at(TOKEN);
      expect(await outcome(api.client().requestOtp())).toBe("ok");
    });

    test("is open again after a LOGOUT", async ({ api }) => {
      await api.choose("30 days");
      const first = await api.loggedIn();
      await api.loggedIn();
      await first.logout();
      expect(await outcome(api.client().requestOtp())).toBe("ok");
    });
  });
});

test.describe("row 20: a duration that is changed during a session", () => {
  test("applies at the next refresh", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    await api.at(HOUR);
    await api.choose("6 hrs");
    expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
    expect(await outcome(client.refresh())).toBe("AUTH4037");
  });

  test("and lets the session live on inside the new window", async ({
    api,
  }) => {
    await api.choose("6 hrs");
    const client = await api.loggedIn();
    await api.at(TOKEN - 1);
    await api.choose("30 days");
    expect(await outcome(client.refresh())).toBe("ok");
    await api.at(2 * TOKEN - 2);
    expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
  });
});

test.describe("codes that are a choice", () => {
  test.use({ settings: { apiCodes: { "refresh-too-late": "AUTH4038" } } });

  test("can be others, by the setting", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    await api.at(TOKEN);
    expect(await outcome(client.refresh())).toBe("AUTH4038");
  });
});
