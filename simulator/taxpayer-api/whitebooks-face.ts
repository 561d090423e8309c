import type { Request } from "express";
import { headerOf, queryOf } from "./body.ts";
import { newToken } from "./call.ts";
import type { AuthFace } from "./face.ts";

/*
 * The face of WhiteBooks and MasterGST (facts: taxpayer API §7.2): GET requests, everything
 * in headers. The client knows its session by the `txn` that the first answer tells, and
 * goes on sending it also after a refresh; so here the token is that `txn`.
 */

export const whitebooksOtp = face("OTPREQUEST", "user name exists");
export const whitebooksLogin = face("AUTHTOKEN", "If authentication succeeds");
export const whitebooksRefresh = face(
  "REFRESHTOKEN",
  "If authentication succeeds",
);
/** Its text is not known: choice. */
export const whitebooksLogout = face("LOGOUT", "logged out");

/** @param description the attested text of a success */
function face(action: string, description: string): AuthFace {
  return {
    read: (req) => {
      const txn = txnOf(req);
      const gstin = headerOf(req, "gstin");
      return {
        clientId: headerOf(req, "client_id") ?? "",
        clientSecret: headerOf(req, "client_secret") ?? "",
        action,
        username: headerOf(req, "gst_username"),
        stateCode: headerOf(req, "state_cd"),
        gstins: gstin === undefined ? [] : [gstin],
        appKey: undefined,
        otp: queryOf(req, "otp"),
        authToken: txn,
        sessionId: txn,
      };
    },
    success: ({ grant }, { authToken }, req) => {
      const token = grant?.session.authToken;
      return {
        status_cd: "1",
        status_desc: description,
        ...(token !== undefined && { auth_token: token }),
        header: header(
          req,
          token ?? (action === "OTPREQUEST" ? newToken() : authToken),
        ),
      };
    },
    refusal: ({ code, message }, req) => ({
      status_cd: "0",
      status_desc: message,
      error: { error_cd: code, message },
      header: header(req, txnOf(req)),
    }),
  };
}

function txnOf(req: Request): string | undefined {
  const txn = headerOf(req, "txn");
  return txn !== undefined && /^[\w-]{1,64}$/.test(txn) ? txn : undefined;
}

/** The headers of the request again; some clients keep them as their session. */
function header(req: Request, txn: string | undefined): object {
  return {
    gst_username: headerOf(req, "gst_username"),
    state_cd: headerOf(req, "state_cd"),
    ip_address: headerOf(req, "ip_address"),
    txn,
  };
}
