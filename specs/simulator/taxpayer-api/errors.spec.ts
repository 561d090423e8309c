import { randomBytes } from "node:crypto";
import type { WireBody } from "../../kit/taxpayer-api-client.ts";
import {
  encryptAppKey,
  encryptData,
  newAppKey,
} from "../../kit/taxpayer-api-cipher.ts";
import { fetchText } from "../../kit/taxpayer-api-reply.ts";
import type { FrozenApi } from "./frozen.ts";
import { expect, outcome, test } from "./frozen.ts";

/*
 * The codes that a client causes, each by doing the thing (facts: taxpayer API §6.2, §6.3),
 * and which of two flaws is told first (design 1.9).
 */

const AUTHENTICATE = "/taxpayerapi/v1.0/authenticate";
const GETPREF = "/taxpayerapi/v1.0/returns?action=GETPREF&fy=2026-27";
const RETSAVE = "/taxpayerapi/v1.0/returns/gstr1";
/** Well-formed, but of nobody here. */
const OTHER_GSTIN = "29AABCB0000C1ZO";

/** The right headers, with some replaced or, by `undefined`, left out. */
type Headers = Record<string, string | undefined>;

const auth = (api: FrozenApi, body: WireBody, headers: Headers = {}) =>
  outcome(api.client({ headers }).send("POST", AUTHENTICATE, { body }));

const preference = (api: FrozenApi, headers: Headers = {}) =>
  outcome(api.client({ headers }).send("GET", GETPREF));

test.describe("an authentication call is refused", () => {
  const username = "never_enabled";
  const request = { action: "OTPREQUEST", username };
  const login = { action: "AUTHTOKEN", username, otp: "575757" };
  const refresh = { action: "REFRESHTOKEN", username, auth_token: "T" };
  const logout = { action: "LOGOUT", username, auth_token: "T" };

  const cases: [string, string, WireBody, Headers?][] = [
    ["an action that there is not", "AUTH4035", { ...request, action: "X" }],
    ["no action", "AUTH4035", { username }],
    ["an action in lower case", "AUTH4035", { username, action: "logout" }],
    ["the name of a method of objects", "AUTH4035", { action: "toString" }],
    ["no user name", "GEN5001", { action: "OTPREQUEST" }],
    ["an empty user name", "GEN5001", { ...request, username: " " }],
    ["a user name that is no text", "GEN5001", { ...request, username: 7 }],
    ["no otp", "GEN5001", { ...login, otp: undefined }],
    ["no token to refresh", "GEN5001", { ...refresh, auth_token: undefined }],
    ["no token to log out", "GEN5001", { ...logout, auth_token: undefined }],
    ["a user whom nobody knows", "AUTH4032", { ...request, username: "who" }],
    ["no state code", "AUTH4041", request, { "state-cd": undefined }],
    ["another state's code", "AUTH4041", request, { "state-cd": "27" }],
    ["another GSTIN", "AUTH4041", request, { gstin: OTHER_GSTIN }],
    ["an app key that is no base64", "AUTH4036", { ...request, app_key: "!" }],
    ["a token that nobody has", "AUTH4033", refresh],
    ["the logout of nobody's session", "AUTH4033", logout],
  ];
  for (const [flaw, code, body, headers] of cases) {
    test(`with ${code} for ${flaw}`, async ({ api }) => {
      await api.choose("30 days");
      expect(await auth(api, body, headers)).toBe(code);
    });
  }

  test("with AUTH4036 for an app key that is not 32 bytes long", async ({
    api,
  }) => {
    await api.choose("30 days");
    const certificate = await fetchText(`${api.url}/static/gstn_public.pem`);
    for (const length of [0, 16, 31, 33, 200]) {
      const app_key = encryptAppKey(randomBytes(length), certificate);
      expect(await auth(api, { ...request, app_key })).toBe("AUTH4036");
    }
  });

  test("with AUTH4036 for a refresh whose app key is not wrapped in the session's", async ({
    api,
  }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    client.session!.ek = newAppKey();
    expect(await outcome(client.refresh())).toBe("AUTH4036");
  });

  test("with GEN5001 for a refresh of an encrypted session without app key", async ({
    api,
  }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    const { authToken } = client.session!;
    const body = { ...refresh, auth_token: authToken };
    expect(await auth(api, body)).toBe("GEN5001");
  });

  for (const text of ["", "{", "[]", "7", "null", '"OTPREQUEST"', "%"]) {
    test(`with GEN5007 and HTTP 200 for the body ${JSON.stringify(text)}`, async ({
      api,
    }) => {
      const answer = await fetch(api.url + AUTHENTICATE, {
        method: "POST",
        ...(text !== "" && { body: text }),
      });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({
        status_cd: "0",
        error: { error_cd: "GEN5007", message: "Malformed Request" },
      });
    });
  }

  test("with GEN5007 for a body in an encoding that nobody has", async ({
    api,
  }) => {
    const answer = await fetch(api.url + AUTHENTICATE, {
      method: "POST",
      headers: { "content-encoding": "snail" },
      body: "{}",
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      error: { error_cd: "GEN5007" },
    });
  });
});

test.describe("where the apps are listed, the gateway refuses with HTTP 403", () => {
  test.use({ settings: { apiClients: { app: "s3cret" } } });

  const cases: [string, string, Headers][] = [
    ["AUT4031", "no client id", {}],
    ["AUT4032", "no client secret", { clientid: "app" }],
    [
      "AUT4033",
      "an unknown client id",
      { clientid: "x", "client-secret": "x" },
    ],
    ["AUT4034", "a wrong secret", { clientid: "app", "client-secret": "x" }],
  ];
  for (const [code, flaw, headers] of cases) {
    test(`with ${code} for ${flaw}, before all else but JSON`, async ({
      api,
    }) => {
      const client = api.client({ headers });
      const login = await client.send("POST", AUTHENTICATE, { body: {} });
      const data = await client.send("GET", "/taxpayerapi/v1.0/returns");
      for (const reply of [login, data]) {
        expect(reply.httpStatus).toBe(403);
        expect(reply).toMatchObject({ ok: false, code });
      }
    });
  }

  test("and lets those on the list in", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn({
      clientId: "app",
      clientSecret: "s3cret",
    });
    expect(await outcome(client.getPreference("2026-27"))).toBe("ok");
  });
});

test("where no apps are listed, any will do, and none", async ({ api }) => {
  await api.choose("30 days");
  await api.loggedIn({ clientId: "any", clientSecret: "thing" });
  await api.loggedIn();
});

test.describe("of two flaws the first in the portal's order is told", () => {
  const username = "never_enabled";
  const steps: [string, WireBody, Headers?][] = [
    ["AUTH4035", { action: "X" }, { "state-cd": "99" }],
    ["GEN5001", { action: "AUTHTOKEN", username: "who" }],
    [
      "AUTH4032",
      { action: "OTPREQUEST", username: "who", app_key: "!" },
      { "state-cd": "99" },
    ],
    [
      "AUTH4041",
      { action: "OTPREQUEST", username, app_key: "!" },
      { "state-cd": "99" },
    ],
    ["AUTH4036", { action: "OTPREQUEST", username, app_key: "!" }],
    ["AUTH4037", { action: "AUTHTOKEN", username, otp: "000000" }],
  ];
  for (const [code, body, headers] of steps) {
    test(`${code}, for a taxpayer without access`, async ({ api }) => {
      expect(await auth(api, body, headers)).toBe(code);
    });
  }
});

test.describe("a data call is refused", () => {
  const cases: [string, string, Headers][] = [
    ["RET11400", "no user name", { username: undefined }],
    ["RET11400", "no GSTIN", { gstin: undefined }],
    ["RET11400", "no state code", { "state-cd": undefined }],
    ["RET11409", "a user whom nobody knows", { username: "who" }],
    ["RET11404", "another state's code", { "state-cd": "27" }],
    ["RET11410", "another GSTIN", { gstin: OTHER_GSTIN }],
    ["RT-R1R3BAV-1007", "a token that nobody has", { "auth-token": "T" }],
    ["RT-R1R3BAV-1007", "no token", { "auth-token": undefined }],
  ];
  for (const [code, flaw, headers] of cases) {
    test(`with ${code} for ${flaw}`, async ({ api }) => {
      await api.choose("30 days");
      expect(await preference(api, headers)).toBe(code);
    });
  }

  test("with RET11410 where header and address name two GSTINs", async ({
    api,
  }) => {
    await api.choose("30 days");
    const path = `${GETPREF}&gstin=${OTHER_GSTIN}`;
    expect(await outcome(api.client().send("GET", path))).toBe("RET11410");
  });

  test("with AUTH4037, not its token, while access is off", async ({ api }) => {
    expect(await preference(api, { "auth-token": "T" })).toBe("AUTH4037");
  });

  test("with its family's code: AUTH158 for a return", async ({ api }) => {
    await api.choose("30 days");
    const reply = api.client().send("PUT", RETSAVE, {
      body: { action: "RETSAVE" },
    });
    expect(await outcome(reply)).toBe("AUTH158");
  });

  test("with AUTH4035 for an action that there is not", async ({ api }) => {
    const path = "/taxpayerapi/v1.0/returns?action=X";
    expect(await outcome(api.client().send("GET", path))).toBe("AUTH4035");
  });

  test("with GEN5001 without a financial year", async ({ api }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    const path = "/taxpayerapi/v1.0/returns?action=GETPREF";
    expect(await outcome(client.send("GET", path))).toBe("GEN5001");
  });

  test("with GEN5007 for a body that is no JSON", async ({ api }) => {
    const answer = await fetch(api.url + RETSAVE, { method: "PUT", body: "{" });
    expect(await answer.json()).toMatchObject({
      error: { error_cd: "GEN5007" },
    });
  });

  test("for what it brings: missing, unreadable, or with a wrong hmac", async ({
    api,
  }) => {
    await api.choose("30 days");
    const client = await api.loggedIn();
    const good = encryptData({ a: 1 }, client.session!.ek);
    const save = (body: object) =>
      outcome(
        client.send("PUT", RETSAVE, { body: { action: "RETSAVE", ...body } }),
      );
    expect(await save({ data: good.data })).toBe("GEN5001");
    expect(await save({ data: { a: 1 }, hmac: good.hmac })).toBe("GEN5001");
    expect(await save({ ...good, data: "AAAA" })).toBe("AUTH4039");
    const other = encryptData({ a: 2 }, client.session!.ek);
    expect(await save({ ...good, hmac: other.hmac })).toBe("AUTH4040");
    expect(await save(good)).toBe("ok");
  });
});

test("what the portal's API has and this project has not is told so, as JSON", async ({
  api,
}) => {
  for (const path of ["/taxpayerapi/v1.0/ledgers", "/taxpayerapi/%ZZ"]) {
    const answer = await fetch(api.url + path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      status_cd: "0",
      error: { message: expect.stringContaining("Not part of this simulator") },
    });
  }
});
