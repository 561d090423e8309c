import { X509Certificate } from "node:crypto";
import {
  decryptData,
  decryptSek,
  encryptAppKey,
  encryptOtp,
  encryptRefreshAppKey,
  encryptText,
  newAppKey,
} from "../../kit/taxpayer-api-cipher.ts";
import type { SealedData } from "../../kit/taxpayer-api-cipher.ts";
import { fetchText } from "../../kit/taxpayer-api-reply.ts";
import { HOUR, exchange, expect, outcome, test } from "./frozen.ts";

/** What real clients send and need (facts: taxpayer API §7). */

const USERNAME = "never_enabled";
const TOKEN = 6 * HOUR;

test.beforeEach(({ api }) => api.choose("30 days"));

test.describe("the certificate", () => {
  test("is one, as PEM, as DER and in the JSON that India Compliance reads", async ({
    api,
  }) => {
    const pem = await fetchText(`${api.url}/static/gstn_public.pem`);
    const der = await fetch(`${api.url}/static/gstn_public.cer`);
    const json = await fetch(`${api.url}/static/gstn_g2b_prod_public`);
    const { fingerprint256 } = new X509Certificate(pem);
    const fromDer = new X509Certificate(Buffer.from(await der.arrayBuffer()));
    expect(fromDer.fingerprint256).toBe(fingerprint256);
    expect(await json.json()).toEqual({ certificate: pem });
  });
});

test.describe("the raw protocol", () => {
  for (const version of ["v0.1", "v0.2", "v1.0"]) {
    test(`has the same handler for ${version}`, async ({ api }) => {
      const client = await api.loggedIn({ version });
      expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
    });
  }

  test("answers with texts for status and a number for expiry", async ({
    api,
  }) => {
    const client = api.client();
    expect((await client.requestOtp()).body).toEqual({ status_cd: "1" });
    const { body } = await client.authenticate("575757");
    expect(body).toEqual({
      status_cd: "1",
      auth_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      expiry: 43_200,
      sek: expect.stringMatching(/^[A-Za-z0-9+/=]{64}$/),
    });
    expect((await client.logout()).body).toEqual({ status_cd: "1" });
  });

  test("gives what GETPREF and RETSAVE ask for", async ({ api }) => {
    const client = await api.loggedIn();
    expect(await client.getPreference("2026-27")).toMatchObject({
      data: {
        response: ["Q1", "Q2", "Q3", "Q4"].map((quarter) => ({
          quarter,
          preference: "M",
        })),
      },
    });
    const saved = await client.saveReturn("042026", { gt: 12.5, b2b: [] });
    expect(saved).toMatchObject({
      data: { reference_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  test("does not mind a doubled slash, or the app key in a header too", async ({
    api,
  }) => {
    const client = await api.loggedIn({
      baseUrl: `${api.url}/`,
      headers: { app_key: "x".repeat(344) },
    });
    const odd = await client.send(
      "GET",
      "//taxpayerapi/v0.3/returns?action=GETPREF&fy=2026-27",
    );
    expect(odd.ok).toBe(true);
  });

  test("takes the field appkey of 2016", async ({ api }) => {
    const certificate = await fetchText(`${api.url}/static/gstn_public.pem`);
    const appKey = newAppKey();
    const appkey = encryptAppKey(appKey, certificate);
    const client = api.client({ version: "v0.1" });
    const post = (body: object) =>
      client.send("POST", "/taxpayerapi/v0.1/authenticate", {
        body: { username: USERNAME, appkey, ...body },
      });
    await post({ action: "OTPREQUEST" });
    const otp = encryptOtp("575757", appKey);
    const { body } = await post({ action: "AUTHTOKEN", otp });
    expect(decryptSek(String(body["sek"]), appKey)).toHaveLength(32);
  });

  test("takes base64 with line breaks, as Ruby writes it", async ({ api }) => {
    const lines = (base64: string) =>
      `${base64.replaceAll(/(.{60})/g, "$1\n")}\n`;
    const certificate = await fetchText(`${api.url}/static/gstn_public.pem`);
    const appKey = newAppKey();
    const client = api.client();
    const post = (body: object) =>
      client.send("POST", "/taxpayerapi/v1.0/authenticate", {
        body: { username: USERNAME, ...body },
      });
    const app_key = lines(encryptAppKey(appKey, certificate));
    await post({ action: "OTPREQUEST", app_key });
    const otp = lines(encryptOtp("575757", appKey));
    const login = await post({ action: "AUTHTOKEN", app_key, otp });
    const ek = decryptSek(String(login.body["sek"]), appKey);
    const auth_token = String(login.body["auth_token"]);
    const text = lines(Buffer.from('{"a":1}').toString("base64"));
    const sealed = encryptText(text, ek);
    const saved = await client.send("PUT", "/taxpayerapi/v1.0/returns/gstr1", {
      headers: { "auth-token": auth_token, ret_prd: "042026" },
      body: {
        action: "RETSAVE",
        data: lines(sealed.data),
        hmac: lines(sealed.hmac),
      },
    });
    expect(saved.ok).toBe(true);
    const wrapped = lines(encryptRefreshAppKey(appKey, ek));
    const refreshed = await post({
      action: "REFRESHTOKEN",
      auth_token,
      app_key: wrapped,
    });
    expect(refreshed.ok).toBe(true);
  });

  test("knows a user name in any case", async ({ api }) => {
    const client = await api.loggedIn({ username: USERNAME.toUpperCase() });
    const { authToken } = client.session!;
    const lower = api.client({ username: USERNAME });
    lower.session = { ...client.session!, authToken };
    expect(await outcome(lower.refresh())).toBe("ok");
  });

  test("needs no more headers than the C# client sends", async ({ api }) => {
    await api.loggedIn({
      headers: {
        username: undefined,
        gstin: undefined,
        txn: undefined,
        "ip-usr": undefined,
      },
    });
  });

  test("knows the return period by either of its names", async ({ api }) => {
    const client = await api.loggedIn();
    const path = "/taxpayerapi/v1.0/returns?action=GETPREF&fy=2026-27";
    await client.send("GET", path, { headers: { ret_period: "042026" } });
    await client.send("GET", path, { headers: { ret_prd: "052026" } });
    const events = await api.portal.journal.events();
    expect(
      events
        .filter(({ kind }) => kind === "data-call")
        .map(({ detail }) => detail),
    ).toEqual(["GETPREF 052026", "GETPREF 042026"]);
  });
});

test.describe("plain JSON, without app_key", () => {
  test("is the whole course: login, data, refresh, logout", async ({ api }) => {
    const client = api.client();
    const post = (body: object) =>
      client.send("POST", "/taxpayerapi/v1.0/authenticate", {
        body: { username: USERNAME, ...body },
      });
    await post({ action: "OTPREQUEST" });
    expect(await outcome(post({ action: "AUTHTOKEN", otp: "1" }))).toBe(
      "AUTH4033",
    );
    const login = await post({ action: "AUTHTOKEN", otp: "575757" });
    expect(login.body).toEqual({
      status_cd: "1",
      auth_token: expect.any(String),
      expiry: 43_200,
    });
    const auth_token = String(login.body["auth_token"]);
    const saved = await client.send("PUT", "/taxpayerapi/v1.1/returns/gstr1", {
      headers: { "auth-token": auth_token },
      body: { action: "RETSAVE", data: { b2b: [] } },
    });
    expect(saved.body).toEqual({
      status_cd: "1",
      data: { reference_id: expect.any(String) },
    });
    const refreshed = await post({ action: "REFRESHTOKEN", auth_token });
    expect(refreshed.body["sek"]).toBeUndefined();
    const next = String(refreshed.body["auth_token"]);
    expect(await outcome(post({ action: "LOGOUT", auth_token: next }))).toBe(
      "ok",
    );
  });

  test("is known to clients that send an app key beside the bare digits", async ({
    api,
  }) => {
    const certificate = await fetchText(`${api.url}/static/gstn_public.pem`);
    const app_key = encryptAppKey(newAppKey(), certificate);
    const gateway = `${api.url}/gus/taxpayerapi/v1.0`;
    const headers = { "state-cd": "29" };
    const request = { action: "OTPREQUEST", username: USERNAME, app_key };
    const asked = await exchange(`${gateway}/otp/request`, {
      headers,
      body: request,
    });
    expect(asked.body).toEqual({ status_cd: "1" });
    const login = await exchange(`${gateway}/authenticate`, {
      headers,
      body: { ...request, action: "AUTHTOKEN", otp: "575757" },
    });
    expect(login.body).toMatchObject({ auth_token: expect.any(String) });
  });
});

test.describe("the integer face of India Compliance", () => {
  test("is the raw protocol with numbers for status, and needs no clientid", async ({
    api,
  }) => {
    const { gstin } = await api.taxpayer();
    const { certificate } = (await (
      await fetch(`${api.url}/static/gstn_g2b_prod_public`)
    ).json()) as { certificate: string };
    const headers = {
      "x-api-key": "key",
      gstin,
      "state-cd": gstin.slice(0, 2),
      username: USERNAME,
      "ip-usr": "127.0.0.1",
      txn: "0".repeat(32),
    };
    const appKey = newAppKey();
    const app_key = encryptAppKey(appKey, certificate);
    const post = (body: object) =>
      exchange(`${api.url}/standard/gstn/authenticate`, {
        headers,
        body: { username: USERNAME, ...body },
      });
    const returns = (token?: string) =>
      exchange(
        `${api.url}/standard/gstn/returns?action=GETPREF&gstin=${gstin}&fy=2026-27`,
        {
          method: "GET",
          headers: { ...headers, ...(token && { "auth-token": token }) },
        },
      );

    // Its first call has no token at all, and must be told to ask for an OTP.
    expect((await returns()).body).toEqual({
      status_cd: 0,
      error: {
        error_cd: "RT-R1R3BAV-1007",
        message: "either auth-token or username invalid",
      },
    });
    const asked = await post({ action: "OTPREQUEST", app_key });
    expect(asked.body).toEqual({ status_cd: 1 });
    const otp = (digits: string) => encryptOtp(digits, appKey);
    const wrong = await post({
      action: "AUTHTOKEN",
      app_key,
      otp: otp("000000"),
    });
    expect(wrong.body).toMatchObject({
      status_cd: 0,
      error: { error_cd: "AUTH4033" },
    });
    const { body } = await post({
      action: "AUTHTOKEN",
      app_key,
      otp: otp("575757"),
    });
    expect(body["status_cd"]).toBe(1);
    const answer = (await returns(String(body["auth_token"]))).body;
    expect(answer["status_cd"]).toBe(1);
    const ek = decryptSek(String(body["sek"]), appKey);
    const sealed = answer as unknown as SealedData & { rek: string };
    expect(decryptData(sealed, ek)).toHaveProperty("response");
  });
});

test.describe("the face of sandbox.co.in", () => {
  test("gives tokens in an envelope, with the end of token and session", async ({
    api,
  }) => {
    const { gstin } = await api.taxpayer();
    const key = { "x-api-key": "key" };
    const app = await exchange(`${api.url}/authenticate`, {
      headers: { ...key, "x-api-secret": "secret" },
    });
    expect(app.body).toMatchObject({
      code: 200,
      data: { access_token: expect.any(String) },
    });
    const base = `${api.url}/gst/compliance/tax-payer`;
    const who = { username: USERNAME, gstin };
    const asked = await exchange(`${base}/otp`, { headers: key, body: who });
    expect(asked.body).toEqual({
      code: 200,
      data: { status_cd: "1" },
      timestamp: api.portal.now(),
      transaction_id: expect.any(String),
    });
    const wrong = await exchange(`${base}/otp/verify?otp=000000`, {
      headers: key,
      body: who,
    });
    expect(wrong.status).toBe(200);
    expect(wrong.body).toMatchObject({
      data: { status_cd: "0", error: { error_cd: "AUTH4033" } },
    });
    const start = api.portal.now();
    const login = await exchange(`${base}/otp/verify?otp=575757`, {
      headers: key,
      body: who,
    });
    expect(login.body).toMatchObject({
      data: {
        status_cd: "1",
        access_token: expect.any(String),
        token_expiry: start + TOKEN,
        session_expiry: start + 30 * 24 * HOUR,
      },
    });
    await api.at(HOUR);
    const refresh = (data: unknown) =>
      exchange(`${base}/session/refresh`, {
        headers: {
          ...key,
          authorization: (data as { access_token: string }).access_token,
        },
      });
    const first = login.body["data"];
    const second = await refresh(first);
    expect(second.body).toMatchObject({
      data: { status_cd: "1", token_expiry: start + HOUR + TOKEN },
    });
    expect((await refresh(first)).body).toMatchObject({
      data: { status_cd: "0", error: { error_cd: "AUTH4033" } },
    });
  });

  test.describe("with a list of apps", () => {
    test.use({ settings: { apiClients: { key: "secret" } } });

    test("asks for the secret at the app's login, and later for the key", async ({
      api,
    }) => {
      const app = await exchange(`${api.url}/authenticate`, {
        headers: { "x-api-key": "key", "x-api-secret": "wrong" },
      });
      expect(app.status).toBe(403);
      expect(app.body).toMatchObject({
        code: 403,
        data: { error: { error_cd: "AUT4034" } },
      });
      const { gstin } = await api.taxpayer();
      const asked = await exchange(`${api.url}/gst/compliance/tax-payer/otp`, {
        headers: { "x-api-key": "key" },
        body: { username: USERNAME, gstin },
      });
      expect(asked.body).toMatchObject({ data: { status_cd: "1" } });
    });
  });
});

test.describe("the face of WhiteBooks and MasterGST", () => {
  test("knows a session by the txn that its first answer told", async ({
    api,
  }) => {
    const headers = {
      client_id: "app",
      client_secret: "secret",
      gst_username: USERNAME,
      state_cd: "29",
      ip_address: "127.0.0.1",
    };
    const get = (path: string, txn?: string) =>
      exchange(`${api.url}/authentication/${path}`, {
        method: "GET",
        headers: { ...headers, ...(txn !== undefined && { txn }) },
      });
    const txnOf = ({ body }: { body: Record<string, unknown> }) =>
      (body["header"] as { txn: string }).txn;

    const asked = await get("otprequest?email=a@example.com");
    expect(asked.body).toMatchObject({
      status_cd: "1",
      status_desc: "user name exists",
      header: { gst_username: USERNAME, state_cd: "29" },
    });
    const txn = txnOf(asked);
    const wrong = await get("authtoken?email=a@example.com&otp=1", txn);
    expect(wrong.body).toMatchObject({
      status_cd: "0",
      error: { error_cd: "AUTH4033" },
    });
    const login = await get("authtoken?email=a@example.com&otp=575757", txn);
    expect(login.body).toMatchObject({
      status_cd: "1",
      status_desc: "If authentication succeeds",
      auth_token: txn,
      header: { txn },
    });
    const refreshed = await get("refreshtoken?email=a@example.com", txn);
    expect(txnOf(refreshed)).toBe(txn);
    expect((await get("logout?email=a@example.com", txn)).body).toMatchObject({
      status_cd: "1",
    });
    expect((await get("logout?email=a@example.com", txn)).body).toMatchObject({
      error: { error_cd: "AUTH4033" },
    });
  });

  test("gives a name of its own to a session whose name is taken", async ({
    api,
  }) => {
    const login = async (client_id: string) => {
      const headers = {
        client_id,
        gst_username: USERNAME,
        state_cd: "29",
        txn: "mine",
      };
      const options = { method: "GET", headers };
      const base = `${api.url}/authentication`;
      await exchange(`${base}/otprequest`, options);
      return exchange(`${base}/authtoken?otp=575757`, options);
    };
    expect((await login("one")).body["auth_token"]).toBe("mine");
    expect((await login("two")).body["auth_token"]).not.toBe("mine");
  });
});

test("a session outlives the answer only for its own taxpayer", async ({
  api,
}) => {
  const client = await api.loggedIn();
  const other = (await api.portal.taxpayers.find("enabled_30_days"))!;
  const foreign = api.client({ username: other.username, gstin: other.gstin });
  foreign.session = client.session;
  expect(await outcome(foreign.getPreference("2026-27"))).toBe(
    "RT-R1R3BAV-1007",
  );
});
