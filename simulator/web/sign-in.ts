import type { Request, RequestHandler, Response } from "express";
import type { Taxpayer } from "../domain/taxpayer.ts";

/** Who signed in, and when they last did before (epoch milliseconds). */
export interface BegunSignIn {
  readonly taxpayer: Taxpayer;
  readonly previousLoginAt: number | undefined;
}

/** Makes the browser behind a request the taxpayer's; the cookie goes out with the answer. */
export async function beginSession(
  req: Request,
  { taxpayer, previousLoginAt }: BegunSignIn,
): Promise<void> {
  await renewSession(req);
  req.session.username = taxpayer.username;
  if (previousLoginAt !== undefined) {
    req.session.previousLoginAt = previousLoginAt;
  }
  if (taxpayer.passwordExpired) req.session.mustChangePassword = true;
}

/** `beginSession` for a request that has not come past `sessions` yet. */
export function sessionOpener(sessions: RequestHandler) {
  return async (
    req: Request,
    res: Response,
    signIn: BegunSignIn,
  ): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      void sessions(req, res, (error?: unknown) =>
        error instanceof Error ? reject(error) : resolve(),
      );
    });
    await beginSession(req, signIn);
  };
}

/** A new session id, so that one planted before the sign-in is worth nothing. */
async function renewSession(req: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((error?: Error) =>
      error ? reject(error) : resolve(),
    );
  });
}
