import { isOpen } from "./api-access.ts";
import type { ApiAccess } from "./api-access.ts";
import { LOGINS_AT_MOST, findSession } from "./api-session.ts";
import type {
  ApiLogins,
  ApiRefusal,
  ApiSession,
  Otp,
  Refused,
  Step,
} from "./api-session.ts";
import {
  closedTo,
  isTimely,
  length,
  refreshEnd,
  tokenEnd,
  windowOf,
} from "./api-session-times.ts";
import type { Situation } from "./api-session-times.ts";

/*
 * What the four actions and a data call make of a taxpayer's logins (facts: taxpayer API
 * §4). Each checks in the portal's order: the window, then the OTP or the session, then
 * the token's age. They stand in one file, one after the other, as that order is what to compare.
 */

/** OTPREQUEST: the new OTP voids the earlier one of the same client. */
export function requestOtp(
  logins: ApiLogins,
  { clientId, digits }: { readonly clientId: string; readonly digits: string },
  situation: Situation,
): Step {
  const { rules, now } = situation;
  const closed = closedTo(undefined, situation);
  if (closed) return refused(closed);
  const live = logins.sessions.filter(
    (session) =>
      session.clientId === clientId && now < tokenEnd(session, rules),
  );
  if (rules.sessionLimit !== undefined && live.length >= rules.sessionLimit) {
    return refused("too-many-sessions");
  }
  const others = logins.otps.filter(
    (otp) => otp.clientId !== clientId && isTimely(otp, situation),
  );
  const otp: Otp = { clientId, digits, requestedAt: now };
  const otps = [...others, otp].slice(-LOGINS_AT_MOST);
  return { ok: true, logins: { ...logins, otps } };
}

/** AUTHTOKEN: uses the OTP up and opens a session. A wrong OTP leaves the right one good. */
export function openSession(
  logins: ApiLogins,
  login: Pick<ApiSession, "clientId" | "authToken" | "keys"> & {
    readonly digits: string;
  },
  situation: Situation,
): Step<{ readonly session: ApiSession }> {
  const { rules, now } = situation;
  const { digits, ...opened } = login;
  const closed = closedTo(undefined, situation);
  if (closed) return refused(closed);
  const otp = logins.otps.find(
    (candidate) =>
      candidate.clientId === opened.clientId && candidate.digits === digits,
  );
  if (!otp || !isTimely(otp, situation)) return refused("otp-not-accepted");
  const staying = logins.sessions.filter(
    (session) =>
      session.clientId !== opened.clientId ||
      (rules.sessionLimit !== undefined && now < refreshEnd(session, rules)),
  );
  const session = { ...opened, tokenIssuedAt: now, openedAt: now };
  return {
    ok: true,
    session,
    logins: {
      otps: logins.otps.filter((other) => other !== otp),
      sessions: [...staying, session].slice(-LOGINS_AT_MOST),
    },
  };
}

/**
 * REFRESHTOKEN: a new token in the same session; the old one dies. The window is judged as
 * it stands now, also where it is not the one that the session was opened in (row 20).
 */
export function refreshSession(
  logins: ApiLogins,
  refresh: {
    readonly authToken: string;
    readonly next: Pick<ApiSession, "authToken" | "keys">;
  },
  situation: Situation,
): Step<{ readonly session: ApiSession }> {
  const { access, rules, now } = situation;
  const old = findSession(logins, refresh.authToken);
  const closed = closedTo(old, situation);
  if (closed) return refused(closed);
  const window = windowOf(access);
  if (window && length(window) <= rules.tokenLife) {
    return refused("duration-too-short-to-refresh");
  }
  if (!old) return refused("token-unknown");
  if (now >= refreshEnd(old, rules)) return refused("refresh-too-late");
  const session = { ...old, ...refresh.next, tokenIssuedAt: now };
  const sessions = logins.sessions.map((each) =>
    each === old ? session : each,
  );
  return { ok: true, session, logins: { ...logins, sessions } };
}

/** LOGOUT. Needs no open access (choice): a client may always tidy up behind itself. */
export function closeSession(
  logins: ApiLogins,
  authToken: string,
  { rules, now }: Situation,
): Step {
  const session = findSession(logins, authToken);
  if (!session) return refused("token-unknown");
  if (now >= tokenEnd(session, rules)) return refused("token-expired");
  const sessions = logins.sessions.filter((each) => each !== session);
  return { ok: true, logins: { ...logins, sessions } };
}

/** A data call: the session that its token opens. */
export function useSession(
  logins: ApiLogins,
  authToken: string,
  situation: Situation,
): { readonly ok: true; readonly session: ApiSession } | Refused {
  const { access, rules, now } = situation;
  const session = findSession(logins, authToken);
  const closed = closedTo(session, situation);
  const livesOn = session && !windowOf(access) && !rules.noEndsSessions;
  if (closed && !livesOn) return refused(closed);
  if (!session) return refused("token-unknown");
  if (now >= tokenEnd(session, rules)) return refused("token-expired");
  return { ok: true, session };
}

/**
 * The logins after the switch went from one state to another: No ends the sessions, and a
 * new Yes does not wake those that had ended with the window before.
 */
export function afterSwitch(
  logins: ApiLogins,
  before: ApiAccess,
  { access: after, rules, now }: Situation,
): ApiLogins {
  const sessions = logins.sessions.filter(
    (session) =>
      (isOpen(after, now) || !rules.noEndsSessions) &&
      closedTo(session, { access: before, rules, now }) !== "access-ended",
  );
  return { ...logins, sessions };
}

function refused(refusal: ApiRefusal): Refused {
  return { ok: false, refusal };
}
