import { randomBytes, randomUUID } from "node:crypto";
import type { Request, RequestHandler } from "express";
import type { AuthCall } from "./auth-call.ts";
import { headerOf, jsonBody, queryOf, textIn } from "./body.ts";
import { refuse } from "./call.ts";
import type { ApiParts, Client } from "./call.ts";
import { clientFlaw } from "./checks.ts";
import type { AuthFace } from "./face.ts";
import type { WireError } from "./wire-errors.ts";

/*
 * The face of sandbox.co.in (facts: taxpayer API §7.2): plain JSON in an envelope, the
 * portal's errors inside of `data`. It knows a taxpayer by user name and GSTIN in the body
 * first and by the token alone later, so its tokens carry both.
 */

/**
 * The app's own login. Its token is not asked for again (choice): each call brings the
 * `x-api-key`, and that is what counts.
 */
export function sandboxLogin(parts: ApiParts): RequestHandler {
  return (req, res) => {
    const clientSecret = headerOf(req, "x-api-secret") ?? "";
    const flaw = clientFlaw({ ...client(req), clientSecret }, parts.clients);
    if (flaw) {
      const { error } = refuse(flaw, parts);
      res.status(error.status).json(refusal(error, req));
      return;
    }
    const access_token = randomBytes(32).toString("base64url");
    res.json(envelope(req, { access_token }));
  };
}

export const sandboxOtp = face("OTPREQUEST", fromBody);
export const sandboxVerify = face("AUTHTOKEN", fromBody);
export const sandboxRefresh = face("REFRESHTOKEN", fromToken);

/** Whom a call is about, and the session it is in. */
type Subject = Pick<
  AuthCall,
  "username" | "stateCode" | "gstins" | "authToken"
>;

function face(
  action: string,
  subject: (req: Request) => Subject | undefined,
): AuthFace {
  return {
    read(req) {
      const about = subject(req);
      return (
        about && {
          ...client(req),
          ...about,
          action,
          appKey: undefined,
          otp: queryOf(req, "otp"),
        }
      );
    },
    success: ({ grant }, call, req) =>
      envelope(req, {
        status_cd: "1",
        ...(grant && {
          access_token: tokenOf(call, grant.session.authToken),
          token_expiry: grant.tokenEnd,
          session_expiry: grant.sessionEnd,
        }),
      }),
    refusal,
  };
}

function client(req: Request): Client {
  return {
    clientId: headerOf(req, "x-api-key") ?? "",
    clientSecret: undefined,
  };
}

function fromBody(req: Request): Subject | undefined {
  const body = jsonBody(req);
  return (
    body && {
      ...taxpayer(textIn(body, "username"), textIn(body, "gstin")),
      authToken: undefined,
    }
  );
}

function taxpayer(username: string | undefined, gstin: string | undefined) {
  return {
    username,
    stateCode: gstin?.slice(0, 2),
    gstins: gstin === undefined ? [] : [gstin],
  };
}

/** `NAME.GSTIN.TOKEN`, the name in base64url. */
function tokenOf({ username, gstins }: AuthCall, authToken: string): string {
  const name = Buffer.from(username ?? "").toString("base64url");
  return [name, gstins[0], authToken].join(".");
}

function fromToken(req: Request): Subject {
  const token = headerOf(req, "authorization") ?? "";
  const [name = "", gstin, authToken] = token.split(".");
  const username = Buffer.from(name, "base64url").toString() || undefined;
  return { ...taxpayer(username, gstin), authToken };
}

/** Errors of the portal are HTTP 200 with the error in `data`; the gateway's are its own. */
function refusal({ code, message, status }: WireError, req: Request): object {
  const error = { error_cd: code, message };
  return envelope(req, { status_cd: "0", error }, status);
}

function envelope(req: Request, data: object, code = 200): object {
  return {
    code,
    data,
    timestamp: req.world.clock.now(),
    transaction_id: randomUUID(),
  };
}
