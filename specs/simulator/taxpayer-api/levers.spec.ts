import { WIRE_CODES } from "../../../simulator/taxpayer-api/wire-errors.ts";
import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import type { TaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import type { FaultBody } from "../../../simulator/control/wire.ts";
import { test as base, expect } from "../../kit/index.ts";
import { outcome } from "./frozen.ts";

/** What the control plane shows of the taxpayer API, and does to it. */

const USERNAME = "enabled_30_days";

const test = base.extend<{ client: TaxpayerApiClient }>({
  client: async ({ simulator, control }, use) => {
    const { gstin } = await control.taxpayer(USERNAME);
    await use(
      createTaxpayerApiClient({
        baseUrl: simulator.url,
        username: USERNAME,
        gstin,
        headers: { "x-simulator-world": control.world },
      }),
    );
  },
});

async function logIn(client: TaxpayerApiClient): Promise<void> {
  await client.requestOtp();
  expect(await outcome(client.authenticate("575757"))).toBe("ok");
}

test.describe("the messages", () => {
  test("tell the OTP by SMS and mail", async ({ client, control }) => {
    const { gstin } = await control.taxpayer(USERNAME);
    await client.requestOtp();
    const messages = await control.messages(USERNAME);
    expect(messages.map(({ channel }) => channel).toSorted()).toEqual([
      "email",
      "sms",
    ]);
    for (const { otp, text } of messages) {
      expect(otp).toBe("575757");
      expect(text).toContain("575757");
      expect(text).toContain(gstin);
      expect(text).toMatch(/valid till .* IST/);
    }
  });

  test("tell of a refresh, without a token", async ({ client, control }) => {
    await logIn(client);
    await control.clearMessages();
    await client.refresh();
    const messages = await control.messages(USERNAME);
    expect(messages).toHaveLength(2);
    expect(messages[0]?.text).toContain("Authentication token refreshed");
    expect(messages[0]).not.toHaveProperty("otp");
  });

  test("are none where a request was refused", async ({ client, control }) => {
    await control.patchTaxpayer(USERNAME, { apiAccess: { enabled: false } });
    await client.requestOtp();
    expect(await control.messages()).toEqual([]);
  });
});

test("the journal tells what happened, and no OTP, token or key", async ({
  client,
  control,
}) => {
  await client.requestOtp();
  await client.authenticate("000001");
  await client.authenticate("575757");
  const first = client.session!.authToken;
  await client.refresh();
  await client.getPreference("2026-27");
  const second = client.session!.authToken;
  await client.logout();
  const events = await control.journal({ username: USERNAME });
  expect(events.map(({ kind }) => kind)).toEqual([
    "token-ended",
    "data-call",
    "token-refreshed",
    "token-issued",
    "token-refused",
    "otp-requested",
  ]);
  expect(events[4]?.detail).toBe("AUTHTOKEN: AUTH4033 Invalid Session");
  const text = JSON.stringify(events);
  for (const secret of ["575757", "000001", first, second]) {
    expect(text).not.toContain(secret);
  }
});

test.describe("a fault", () => {
  for (const code of WIRE_CODES) {
    test(`makes the API answer ${code} once`, async ({ client, control }) => {
      await control.addFault({ at: "taxpayer-api", kind: "code", code });
      const reply = await client.requestOtp();
      expect(reply).toMatchObject({ ok: false, code });
      expect(reply.httpStatus).toBe(/^AUT\d/.test(code) ? 403 : 200);
      expect(await outcome(client.requestOtp())).toBe("ok");
    });
  }

  test("strikes its own action only, and leaves the OTP good", async ({
    client,
    control,
  }) => {
    await control.addFault({
      at: "taxpayer-api",
      kind: "code",
      code: "AUTH4034",
      action: "AUTHTOKEN",
    });
    expect(await outcome(client.requestOtp())).toBe("ok");
    expect(await outcome(client.authenticate("575757"))).toBe("AUTH4034");
    expect(await outcome(client.authenticate("575757"))).toBe("ok");
    const faults = await control.journal({ kind: "fault", username: USERNAME });
    expect(faults).toHaveLength(1);
  });

  test("strikes a data call", async ({ client, control }) => {
    await logIn(client);
    await control.addFault({
      at: "taxpayer-api",
      kind: "code",
      code: "RET11402",
      action: "GETPREF",
    });
    expect(await outcome(client.saveReturn("042026", {}))).toBe("ok");
    expect(await outcome(client.getPreference("2026-27"))).toBe("RET11402");
  });

  const others: [FaultBody["kind"], string, number][] = [
    ["error", "SIMULATOR503", 503],
    ["maintenance", "SIMULATOR503", 503],
    ["session-expired", "AUTH4038", 200],
  ];
  for (const [kind, code, status] of others) {
    test(`of the kind ${kind} is JSON with HTTP ${status}`, async ({
      client,
      control,
    }) => {
      await control.addFault({ at: "taxpayer-api", kind });
      const reply = await client.requestOtp();
      expect(reply).toMatchObject({ ok: false, code, httpStatus: status });
    });
  }

  test("of the kind hang-up cuts the connection", async ({
    client,
    control,
  }) => {
    await client.requestOtp();
    await control.addFault({ at: "taxpayer-api", kind: "hang-up" });
    await expect(client.requestOtp()).rejects.toThrow();
    expect(await outcome(client.authenticate("575757"))).toBe("ok");
  });

  test("of the kind delay answers as ever", async ({ client, control }) => {
    await control.addFault({
      at: "taxpayer-api",
      kind: "delay",
      delay: "PT0.01S",
    });
    expect(await outcome(client.requestOtp())).toBe("ok");
  });
});

test.describe("a change of the taxpayer from outside", () => {
  test("to No ends sessions, by PATCH and by PUT", async ({
    client,
    control,
  }) => {
    const taxpayer = await control.taxpayer(USERNAME);
    await logIn(client);
    await control.patchTaxpayer(USERNAME, { apiAccess: { enabled: false } });
    expect(await outcome(client.getPreference("2026-27"))).toBe("AUTH4037");
    const open = { enabled: true, duration: "30 days" } as const;
    await control.patchTaxpayer(USERNAME, { apiAccess: open });
    expect(await outcome(client.refresh())).toBe("AUTH4033");

    await logIn(client);
    const { username, gstin } = taxpayer;
    await control.putTaxpayer({ username, gstin });
    await control.putTaxpayer({ username, gstin, apiAccess: open });
    expect(await outcome(client.refresh())).toBe("AUTH4033");
  });

  test("that leaves API access alone leaves sessions alone", async ({
    client,
    control,
  }) => {
    await logIn(client);
    await control.patchTaxpayer(USERNAME, { legalName: "Renamed" });
    expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
  });

  test("a taxpayer who is removed and comes again begins anew", async ({
    client,
    control,
  }) => {
    const { gstin } = await control.taxpayer(USERNAME);
    await logIn(client);
    await control.deleteTaxpayer(USERNAME);
    expect(await outcome(client.requestOtp())).toBe("AUTH4032");
    await control.putTaxpayer({
      username: USERNAME,
      gstin,
      apiAccess: { enabled: true, duration: "30 days" },
    });
    expect(await outcome(client.refresh())).toBe("AUTH4033");
  });

  test("a reset forgets sessions", async ({ client, control }) => {
    await logIn(client);
    await control.reset();
    expect(await outcome(client.refresh())).toBe("AUTH4033");
  });
});

test("a client that cannot be given a header names its world in the address", async ({
  control,
  simulator,
}) => {
  const { gstin } = await control.taxpayer(USERNAME);
  const client = createTaxpayerApiClient({
    baseUrl: `${simulator.url}/worlds/${control.world}/`,
    username: USERNAME,
    gstin,
  });
  await logIn(client);
  const journal = await control.journal({ kind: "token-issued" });
  expect(journal).toHaveLength(1);
});

test("one world's token means nothing in another", async ({
  client,
  simulator,
}) => {
  await logIn(client);
  const { gstin } = await simulator.control.taxpayer(USERNAME);
  const elsewhere = createTaxpayerApiClient({
    baseUrl: simulator.url,
    username: USERNAME,
    gstin,
  });
  elsewhere.session = client.session;
  expect(await outcome(elsewhere.getPreference("2026-27"))).toBe(
    "RT-R1R3BAV-1007",
  );
});
