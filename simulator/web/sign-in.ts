import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Admission, SignInOutcome } from "../portal/sign-in-outcome.ts";
import { CAPTCHA_COOKIE } from "./captcha.ts";
import { cookieOf, portalCookie } from "./cookies.ts";
import { destroySession, renewSession, saveSession } from "./session.ts";
import type { SIGN_IN_ANSWERS } from "./sign-in-answers.ts";

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** What was typed for the CAPTCHA. */
  readonly captcha: string;
}

/**
 * Signs the browser behind a request in, if all is right. Every attempt uses its CAPTCHA up
 * (facts: portal §3.2).
 */
export async function signIn(
  req: Request,
  res: Response,
  { username, password, captcha }: Credentials,
): Promise<keyof typeof SIGN_IN_ANSWERS | "right"> {
  const { edition, captchas, entrance } = req.world.portal;
  if (edition.login.captcha) {
    res.clearCookie(CAPTCHA_COOKIE, portalCookie(req));
  }
  if (req.signInFault !== undefined) return req.signInFault;
  if (edition.login.captcha) {
    const id = cookieOf(req, CAPTCHA_COOKIE);
    if (!(await captchas.answer(id, captcha))) return "captcha";
  }
  const outcome = await entrance.signIn(username, password);
  if ("taxpayer" in outcome) await beginSession(req, res, outcome);
  if (outcome.verdict === "new-device") {
    await renewSession(req);
    req.session.awaitingOtp = username;
    await saveSession(req);
  }
  return outcome.verdict;
}

/** The second step, where the first one was answered with `new-device`. */
export async function confirmDevice(
  req: Request,
  res: Response,
  otp: string,
): Promise<SignInOutcome["verdict"] | "wrong-otp"> {
  const username = req.session.awaitingOtp;
  if (username === undefined) return "wrong-otp";
  delete req.session.awaitingOtp;
  const { entrance, edition } = req.world.portal;
  const outcome = await entrance.confirmDevice(username, otp);
  if ("taxpayer" in outcome) {
    await beginSession(req, res, outcome);
    if (edition.cookies) {
      res.cookie("RBA_COOKIE", randomUUID(), portalCookie(req));
    }
  }
  return outcome.verdict;
}

/** Makes the browser behind a request the taxpayer's; the cookies go out with the answer. */
async function beginSession(
  req: Request,
  res: Response,
  { taxpayer, previousLoginAt }: Admission,
): Promise<void> {
  await renewSession(req);
  req.session.username = taxpayer.username;
  if (previousLoginAt !== undefined) {
    req.session.previousLoginAt = previousLoginAt;
  }
  if (taxpayer.passwordExpired) req.session.mustChangePassword = true;
  await saveSession(req);
  if (req.world.portal.edition.cookies) {
    res.cookie("UserName", taxpayer.username, portalCookie(req));
    res.cookie("EntityRefId", randomUUID(), portalCookie(req));
  }
}

/** `beginSession` for a request that has not come past `sessions` yet. */
export function sessionOpener(sessions: RequestHandler) {
  return async (
    req: Request,
    res: Response,
    admission: Admission,
  ): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      void sessions(req, res, (error?: unknown) =>
        error instanceof Error ? reject(error) : resolve(),
      );
    });
    await beginSession(req, res, admission);
  };
}

/**
 * Signs the browser behind a request out, if it is signed in.
 *
 * @param how what the journal calls it
 * @param isReplaced whether it gets another AuthToken in place of the one that has ended, as
 *   the portal's login page does (facts: portal §7); there is no session otherwise
 */
export async function endSession(
  req: Request,
  res: Response,
  how: "logout" | "session-expired",
  isReplaced = false,
): Promise<void> {
  const { username } = req.session;
  if (username === undefined) return;
  await req.world.portal.entrance.signedOut(username, how);
  await (isReplaced ? renewSession(req) : destroySession(req));
  const ended = [
    "UserName",
    "EntityRefId",
    ...(isReplaced ? [] : ["AuthToken"]),
  ];
  for (const name of ended) {
    if (cookieOf(req, name) !== undefined) {
      res.clearCookie(name, portalCookie(req));
    }
  }
  delete (req as Partial<Request>).taxpayer;
}
