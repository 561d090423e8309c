/**
 * A small client of the GST taxpayer API in its raw, encrypted form: OTP login, token
 * refresh, logout and two data calls, with nothing but `node:crypto` and `fetch`.
 *
 * ```ts
 * const client = createTaxpayerApiClient({
 *   baseUrl: "http://127.0.0.1:1707",
 *   username: "banyan.demo",
 *   gstin: "29AABCB0000C1ZO",
 * });
 * await client.requestOtp();
 * await client.authenticate("575757");
 * const answer = await client.getPreference("2026-27");
 * if (answer.ok) console.log(answer.data);
 * else console.error(answer.code, answer.message);
 * ```
 */
import { randomBytes } from "node:crypto";
import {
  decryptData,
  decryptSek,
  encryptAppKey,
  encryptData,
  encryptOtp,
  encryptRefreshAppKey,
  newAppKey,
} from "./taxpayer-api-cipher.ts";
import type { SealedData } from "./taxpayer-api-cipher.ts";
import { fetchText, replyFrom, withoutGaps } from "./taxpayer-api-reply.ts";
import type { Reply, WireBody } from "./taxpayer-api-reply.ts";

export type { Reply, WireBody };

export interface TaxpayerApiClientOptions {
  /** Where the API is, without a path: `http://127.0.0.1:1707`. */
  baseUrl: string;
  /** The name that the taxpayer signs in to the portal with. */
  username: string;
  gstin: string;
  /** The first two digits of the GSTIN, unless told otherwise. */
  stateCode?: string;
  /** The portal's certificate; fetched from the simulator where it is not given. */
  certificatePem?: string;
  /** The credentials of the app, where the gateway asks for any. */
  clientId?: string;
  clientSecret?: string;
  /** The API version in the path; `v1.0`. */
  version?: string;
  /** Headers to add or to replace; `undefined` leaves one out. */
  headers?: Record<string, string | undefined>;
}

/** What a login leaves behind, needed for everything after it. */
export interface TaxpayerApiSession {
  authToken: string;
  appKey: Buffer;
  /** The session key that `sek` held. */
  ek: Buffer;
  /** As the reply said it, in minutes. */
  expiry: number;
}

export interface TaxpayerApiClient {
  /** The session, if there is one; may be put aside and set again. */
  session: TaxpayerApiSession | undefined;
  /** Has an OTP sent to the taxpayer. */
  requestOtp(): Promise<Reply>;
  /** Logs in with the OTP. */
  authenticate(otp: string): Promise<Reply<{ session: TaxpayerApiSession }>>;
  /** A new token without an OTP; with the same app key, or with another one. */
  refresh(appKey?: Buffer): Promise<Reply<{ session: TaxpayerApiSession }>>;
  /** Ends the session. */
  logout(): Promise<Reply>;
  /** The return filing preference of a financial year such as `2026-27`. */
  getPreference(financialYear: string): Promise<Reply<{ data: unknown }>>;
  /** Saves a GSTR-1 for a period such as `042026`, and tells the reference id. */
  saveReturn(
    period: string,
    payload: unknown,
  ): Promise<Reply<{ data: unknown }>>;
  /** Sends any request as the session stands: for what the verbs above do not offer. */
  send(
    method: string,
    path: string,
    request?: { headers?: Record<string, string>; body?: unknown },
  ): Promise<Reply>;
}

/** A client for one taxpayer. Sends nothing until it is asked to. */
export function createTaxpayerApiClient({
  baseUrl,
  username,
  gstin,
  stateCode = gstin.slice(0, 2),
  certificatePem,
  clientId,
  clientSecret,
  version = "v1.0",
  headers = {},
}: TaxpayerApiClientOptions): TaxpayerApiClient {
  const base = baseUrl.replace(/\/$/, "");
  const api = `/taxpayerapi/${version}`;
  const appKey = newAppKey();
  let certificate: Promise<string> | undefined;

  const client: TaxpayerApiClient = {
    session: undefined,

    async requestOtp() {
      return post({ action: "OTPREQUEST", app_key: await sealed(appKey) });
    },

    async authenticate(otp) {
      const reply = await post({
        action: "AUTHTOKEN",
        app_key: await sealed(appKey),
        otp: encryptOtp(otp, appKey),
      });
      return opened(reply, appKey);
    },

    async refresh(nextAppKey) {
      const session = loggedIn();
      const next = nextAppKey ?? session.appKey;
      const reply = await post({
        action: "REFRESHTOKEN",
        auth_token: session.authToken,
        app_key: encryptRefreshAppKey(next, session.ek),
      });
      return opened(reply, next);
    },

    async logout() {
      const session = loggedIn();
      const reply = await post({
        action: "LOGOUT",
        auth_token: session.authToken,
        app_key: await sealed(session.appKey),
      });
      if (reply.ok) client.session = undefined;
      return reply;
    },

    async getPreference(financialYear) {
      const { ek } = loggedIn();
      const query = new URLSearchParams({
        action: "GETPREF",
        gstin,
        fy: financialYear,
      });
      return read(await client.send("GET", `${api}/returns?${query}`), ek);
    },

    async saveReturn(period, payload) {
      const { ek } = loggedIn();
      const reply = await client.send("PUT", `${api}/returns/gstr1`, {
        headers: { ret_period: period },
        body: { action: "RETSAVE", ...encryptData(payload, ek) },
      });
      return read(reply, ek);
    },

    async send(method, path, { headers: more = {}, body } = {}) {
      const response = await fetch(base + path, {
        method,
        headers: withoutGaps({
          "content-type": "application/json",
          clientid: clientId,
          "client-secret": clientSecret,
          "state-cd": stateCode,
          "ip-usr": "127.0.0.1",
          txn: randomBytes(16).toString("hex"),
          username,
          gstin,
          "auth-token": client.session?.authToken,
          ...headers,
          ...more,
        }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return replyFrom(response);
    },
  };
  return client;

  function post(body: WireBody): Promise<Reply> {
    return client.send("POST", `${api}/authenticate`, {
      body: { username, ...body },
    });
  }

  /** The app key as only the portal can read it. */
  async function sealed(key: Buffer): Promise<string> {
    certificate ??= certificatePem
      ? Promise.resolve(certificatePem)
      : fetchText(`${base}/static/gstn_public.pem`);
    return encryptAppKey(key, await certificate);
  }

  function loggedIn(): TaxpayerApiSession {
    if (!client.session) throw new Error("log in first: authenticate(otp)");
    return client.session;
  }

  /** Keeps the session that a login or a refresh brought. */
  function opened(
    reply: Reply,
    key: Buffer,
  ): Reply<{ session: TaxpayerApiSession }> {
    if (!reply.ok) return reply;
    const { auth_token, expiry, sek } = reply.body as {
      auth_token: string;
      expiry: number;
      sek: string;
    };
    const session = {
      authToken: auth_token,
      appKey: key,
      ek: decryptSek(sek, key),
      expiry,
    };
    client.session = session;
    return { ...reply, session };
  }
}

function read(reply: Reply, ek: Buffer): Reply<{ data: unknown }> {
  if (!reply.ok) return reply;
  const answer = reply.body as unknown as SealedData & { rek: string };
  return { ...reply, data: decryptData(answer, ek) };
}
