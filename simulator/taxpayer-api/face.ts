import express from "express";
import type { Request, RequestHandler } from "express";
import type { Portal } from "../portal/portal.ts";
import { answerData } from "./data-call.ts";
import type { DataCall, DataSuccess } from "./data-call.ts";
import type { AuthCall, AuthSuccess } from "./auth-call.ts";
import { authenticate } from "./authenticate.ts";
import { refuse } from "./call.ts";
import type { ApiParts, Refused } from "./call.ts";
import { strikeCall } from "./faults.ts";
import type { WireError } from "./wire-errors.ts";

/** One way of asking: what its requests mean, and what its answers look like. */
export interface Face<Call, Success> {
  /** `undefined`: the body is not a JSON object. */
  read(req: Request): Call | undefined;
  success(success: Success, call: Call, req: Request): object;
  refusal(error: WireError, req: Request): object;
}
export type AuthFace = Face<AuthCall, AuthSuccess>;
export type DataFace = Face<DataCall, DataSuccess>;

/** Answers the authentication actions in the manner of a face. */
export function authHandler(face: AuthFace, parts: ApiParts): RequestHandler {
  return handler(face, authenticate, parts);
}

/** Answers data calls in the manner of a face. */
export function dataHandler(face: DataFace, parts: ApiParts): RequestHandler {
  return handler(face, answerData, parts);
}

type Take<Call, Success> = (
  call: Call,
  portal: Portal,
  parts: ApiParts,
) => Promise<Success | Refused>;

function handler<
  Call extends Pick<AuthCall, "action" | "username">,
  Success extends { readonly ok: true },
>(
  face: Face<Call, Success>,
  take: Take<Call, Success>,
  parts: ApiParts,
): RequestHandler {
  return async (req, res) => {
    const refuseWith = (error: WireError) =>
      res.status(error.status).json(face.refusal(error, req));
    const call = face.read(req);
    const struck = await strikeCall(req, call);
    if (struck === "hang-up") {
      req.socket.destroy();
      return;
    }
    if (struck) {
      refuseWith(struck);
      return;
    }
    if (!call) {
      refuseWith(refuse("malformed-json", parts).error);
      return;
    }
    const { portal } = req.world;
    const outcome = await portal.asOne(call.username ?? "", () =>
      take(call, portal, parts),
    );
    if (outcome.ok) res.json(face.success(outcome, call, req));
    else refuseWith(outcome.error);
  };
}

/** More than any return of the simulator's taxpayers. */
const BODY_LIMIT = "10mb";

/**
 * Reads a body of whatever type. One that cannot be read (too long, in an unknown encoding)
 * counts as no JSON, which each face then says in its own words.
 */
export function readBody(): RequestHandler {
  const read = express.raw({ type: () => true, limit: BODY_LIMIT });
  return (req, res, next) => {
    read(req, res, (error?: unknown) => {
      if (error !== undefined) req.body = undefined;
      next();
    });
  };
}
