import { publicEncrypt, constants } from "node:crypto";
import { request } from "node:http";
import fc from "fast-check";
import {
  encryptData,
  encryptRefreshAppKey,
} from "../../kit/taxpayer-api-cipher.ts";
import { fetchText } from "../../kit/taxpayer-api-reply.ts";
import type { FrozenApi } from "./frozen.ts";
import { expect, test } from "./frozen.ts";

/*
 * Whatever bytes a client sends: no HTTP 5xx, no hang, always JSON, and nothing has changed.
 */

const AUTHENTICATE = "/taxpayerapi/v1.0/authenticate";
const RUNS = { numRuns: 80 };
const PATHS: [method: string, path: string][] = [
  ["POST", AUTHENTICATE],
  ["PUT", "/taxpayerapi/v1.0/returns/gstr1"],
  ["POST", "/gus/taxpayerapi/v1.0/otp/request"],
  ["POST", "/standard/gstn/authenticate"],
  ["PUT", "/standard/gstn/returns/gstr1"],
  ["POST", "/authenticate"],
  ["POST", "/gst/compliance/tax-payer/otp"],
  ["POST", "/gst/compliance/tax-payer/otp/verify?otp=575757"],
  ["POST", "/gst/compliance/tax-payer/session/refresh"],
  ["GET", "/authentication/authtoken?otp=575757"],
];

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array | string;
}

/** Sends what `fetch` would not; rejects after two seconds without an answer. */
async function send(
  api: FrozenApi,
  { method, path, headers = {}, body }: Sent,
): Promise<Record<string, unknown>> {
  const text = await new Promise<string>((resolve, reject) => {
    const sent = request(
      api.url + path,
      { method, headers, timeout: 2_000 },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          if ((answer.statusCode ?? 500) < 500) {
            resolve(Buffer.concat(chunks).toString());
          } else reject(new Error(`HTTP ${answer.statusCode}`));
        });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer")));
    sent.on("error", reject);
    sent.end(body);
  });
  return JSON.parse(text) as Record<string, unknown>;
}

/** One session is open, so that there is something to change. */
test.beforeEach(async ({ api }) => {
  await api.choose("30 days");
});

test("any bytes as a body", async ({ api }) => {
  await api.loggedIn();
  const before = await api.state();
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 100 }),
    fc.json({ maxDepth: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PATHS), body, async (target, bytes) => {
      const [method, path] = target;
      await send(api, {
        method,
        path,
        ...(method !== "GET" && { body: bytes }),
      });
      expect(await api.state()).toEqual(before);
    }),
    RUNS,
  );
});

test("any field in the place of an app key, an OTP or a token", async ({
  api,
}) => {
  const client = await api.loggedIn();
  const { authToken, ek } = client.session!;
  const certificate = await fetchText(`${api.url}/static/gstn_public.pem`);
  const before = await api.state();
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 80 });
  const notAKey = fc
    .uint8Array({ maxLength: 240 })
    .filter(({ length }) => length !== 32);
  const appKey = fc.oneof(
    text.filter((value) => value.trim() !== ""),
    fc.base64String({ minLength: 4, maxLength: 400 }),
    notAKey.map((bytes) =>
      publicEncrypt(
        { key: certificate, padding: constants.RSA_PKCS1_PADDING },
        bytes,
      ).toString("base64"),
    ),
    notAKey.map((bytes) => encryptRefreshAppKey(Buffer.from(bytes), ek)),
  );
  const call = fc.record(
    {
      action: fc.constantFrom(
        "OTPREQUEST",
        "AUTHTOKEN",
        "REFRESHTOKEN",
        "LOGOUT",
      ),
      app_key: appKey,
      otp: fc.oneof(text, fc.constant("575757"), fc.anything()),
      auth_token: fc.oneof(text, fc.constant(authToken), fc.anything()),
    },
    { requiredKeys: ["action", "app_key"] },
  );
  await fc.assert(
    fc.asyncProperty(call, async (fields) => {
      const answer = await send(api, {
        method: "POST",
        path: AUTHENTICATE,
        headers: { "state-cd": "29" },
        body: JSON.stringify(
          { username: "never_enabled", ...fields },
          (_key, value: unknown) =>
            typeof value === "bigint" ? String(value) : value,
        ),
      });
      expect(answer["status_cd"]).toBe("0");
      expect(await api.state()).toEqual(before);
    }),
    RUNS,
  );
});

test("any data and hmac that the session's key did not make", async ({
  api,
}) => {
  const client = await api.loggedIn();
  const { ek } = client.session!;
  const before = await api.state();
  const good = encryptData({ a: 1 }, ek);
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.base64String({ maxLength: 200 }),
  );
  const sealed = fc.oneof(
    fc.record({ data: text, hmac: fc.constant(good.hmac) }),
    fc.record({ data: fc.constant(good.data), hmac: text }),
    fc.record({ data: fc.jsonValue(), hmac: fc.jsonValue() }),
  );
  await fc.assert(
    fc.asyncProperty(sealed, async (fields) => {
      const reply = await client.send(
        "PUT",
        "/taxpayerapi/v1.0/returns/gstr1",
        { body: { action: "RETSAVE", ...fields } },
      );
      expect(reply.ok).toBe(false);
      expect(await api.state()).toEqual(before);
    }),
    RUNS,
  );
});

test("any header, and any path", async ({ api }) => {
  await api.loggedIn();
  const before = await api.state();
  // What a header line can hold at all: Latin-1 without control characters.
  const value = fc
    .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 200 })
    .map((codes) =>
      String.fromCodePoint(...codes.filter((code) => code !== 0x7f)),
    );
  const name = fc.constantFrom(
    "clientid",
    "client-secret",
    "state-cd",
    "username",
    "gstin",
    "auth-token",
    "authorization",
    "txn",
    "gst_username",
    "content-type",
    "content-encoding",
    "x-api-key",
  );
  const path = fc.oneof(
    fc.constantFrom(...PATHS.map(([, known]) => known)),
    fc.constant("/taxpayerapi/v1.0/returns?action=GETPREF"),
    fc.webPath().map((rest) => `/taxpayerapi${rest}`),
    fc.constantFrom("/taxpayerapi/%E0%A4%A", "/worlds/%ZZ/taxpayerapi/"),
  );
  await fc.assert(
    fc.asyncProperty(
      path,
      fc.dictionary(name, value, { maxKeys: 6 }),
      fc.constantFrom("GET", "POST", "PUT"),
      async (where, headers, method) => {
        await send(api, { method, path: where, headers });
        expect(await api.state()).toEqual(before);
      },
    ),
    RUNS,
  );
});
