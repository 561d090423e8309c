import type { ApiAccess, ApiAccessWindow } from "./api-access.ts";
import type { ApiSessionRules } from "./api-session-rules.ts";
import type { ApiSession, Otp } from "./api-session.ts";

/** What every decision depends on. */
export interface Situation {
  readonly access: ApiAccess;
  readonly rules: ApiSessionRules;
  readonly now: number;
}

/** The first instant at which the session's token no longer works. */
export function tokenEnd(session: ApiSession, rules: ApiSessionRules): number {
  return session.tokenIssuedAt + rules.tokenLife;
}

/** The first instant at which the session is over, whatever its token. */
export function sessionEnd(
  session: ApiSession,
  window: ApiAccessWindow,
  rules: ApiSessionRules,
): number {
  return rules.sessionRunsFrom === "login"
    ? session.openedAt + length(window)
    : window.until;
}

/** The `expiry` of a reply, in minutes. */
export function expiryMinutes(
  window: ApiAccessWindow,
  rules: ApiSessionRules,
): number {
  const counted =
    rules.expiryCounts === "duration" ? length(window) : rules.tokenLife;
  return Math.floor(counted / 60_000);
}

/** Why access is closed: to that session, or to anyone who has none yet. */
export function closedTo(
  session: ApiSession | undefined,
  { access, rules, now }: Situation,
): "access-off" | "access-ended" | undefined {
  const window = windowOf(access);
  if (!window || now < window.since) return "access-off";
  const end = session ? sessionEnd(session, window, rules) : window.until;
  return now < end ? undefined : "access-ended";
}

/** The window on record, open or not. */
export function windowOf(access: ApiAccess): ApiAccessWindow | undefined {
  return access.chosen ? access.window : undefined;
}

/** The chosen duration in milliseconds. */
export function length(window: ApiAccessWindow): number {
  return window.until - window.since;
}

/** The first instant at which the session can no longer be refreshed. */
export function refreshEnd(
  session: ApiSession,
  rules: ApiSessionRules,
): number {
  return tokenEnd(session, rules) + rules.refreshGrace;
}

/** Whether the OTP is still young enough. */
export function isTimely(otp: Otp, { rules, now }: Situation): boolean {
  return now < otp.requestedAt + rules.otpLife;
}
