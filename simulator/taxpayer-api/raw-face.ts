import type { Request } from "express";
import { headerOf, jsonBody, queryOf, textIn } from "./body.ts";
import type { JsonBody } from "./body.ts";
import type { Claim, Client } from "./call.ts";
import type { AuthFace, DataFace } from "./face.ts";
import type { WireError } from "./wire-errors.ts";

/** How a reply says that it went well, and that it did not. */
interface StatusCodes {
  readonly success: "1" | 1;
  readonly refusal: "0" | 0;
}

/** The portal's own: Java reads a text (facts: taxpayer API §7.1). */
const TEXT: StatusCodes = { success: "1", refusal: "0" };
/** India Compliance's proxy: its client compares with numbers (facts §2.3, §7.1). */
const NUMBER: StatusCodes = { success: 1, refusal: 0 };

/** The raw protocol; without `app_key` it is the "passthrough" of plain JSON. */
export const rawAuth = authFace(TEXT, rawClient);
export const rawData = dataFace(TEXT, rawClient);

/** The same with integers, as India Compliance speaks it. */
export const integerAuth = authFace(NUMBER, proxyClient);
export const integerData = dataFace(NUMBER, proxyClient);

function authFace(
  status: StatusCodes,
  client: (req: Request) => Client,
): AuthFace {
  return {
    read(req) {
      const body = jsonBody(req);
      return (
        body && {
          ...client(req),
          ...claim(req),
          action: textIn(body, "action"),
          username: textIn(body, "username"),
          // Versions of 2016 called it `appkey` (facts §7.1).
          appKey: textIn(body, "app_key") ?? textIn(body, "appkey"),
          otp: textIn(body, "otp"),
          authToken: textIn(body, "auth_token"),
        }
      );
    },
    success: ({ grant, sek }) => ({
      status_cd: status.success,
      ...(grant && {
        auth_token: grant.session.authToken,
        expiry: grant.expiry,
      }),
      ...(sek !== undefined && { sek }),
    }),
    refusal: (error) => refusal(status, error),
  };
}

function dataFace(
  status: StatusCodes,
  client: (req: Request) => Client,
): DataFace {
  return {
    read(req) {
      const body = req.method === "GET" ? {} : jsonBody(req);
      return (
        body && {
          ...client(req),
          ...claim(req),
          action: textIn(body, "action") ?? queryOf(req, "action"),
          authToken: headerOf(req, "auth-token"),
          // One client says `ret_prd` (facts §7.1).
          period: headerOf(req, "ret_period") ?? headerOf(req, "ret_prd"),
          financialYear: queryOf(req, "fy"),
          data: payload(body),
          hmac: textIn(body, "hmac"),
        }
      );
    },
    success: ({ content }) => ({ status_cd: status.success, ...content }),
    refusal: (error) => refusal(status, error),
  };
}

function refusal(status: StatusCodes, { code, message }: WireError): object {
  return { status_cd: status.refusal, error: { error_cd: code, message } };
}

function rawClient(req: Request): Client {
  return {
    clientId: headerOf(req, "clientid") ?? "",
    clientSecret: headerOf(req, "client-secret") ?? "",
  };
}

/** The secret stays between the proxy and the portal. */
function proxyClient(req: Request): Client {
  return {
    clientId: headerOf(req, "x-api-key") ?? "",
    clientSecret: undefined,
  };
}

function claim(req: Request): Claim {
  return {
    username: headerOf(req, "username"),
    stateCode: headerOf(req, "state-cd"),
    gstins: [headerOf(req, "gstin"), queryOf(req, "gstin")].filter(
      (gstin) => gstin !== undefined,
    ),
  };
}

/** A base64 text, or in a plain session any JSON value. */
function payload(body: JsonBody): unknown {
  return Object.hasOwn(body, "data") ? body["data"] : undefined;
}
