/** A one-time password that a client asked for. Gone once it was used. */
export interface Otp {
  /** The app that asked, as its `clientid` header says; `""` where there is none. */
  readonly clientId: string;
  readonly digits: string;
  readonly requestedAt: number;
}

/** A client's session with one taxpayer. Instants in epoch milliseconds. */
export interface ApiSession {
  readonly clientId: string;
  readonly authToken: string;
  /** When this token was issued; a refresh renews it. */
  readonly tokenIssuedAt: number;
  /** When the OTP was given. */
  readonly openedAt: number;
  /** Absent in a session that was opened without `app_key`: it speaks plain JSON. */
  readonly keys?: SessionKeys;
}

/** The 32-byte keys of a session, base64: the client's app key and our session key. */
export interface SessionKeys {
  readonly appKey: string;
  readonly ek: string;
}

/** The OTPs and sessions of one taxpayer. */
export interface ApiLogins {
  readonly otps: readonly Otp[];
  readonly sessions: readonly ApiSession[];
}

export const noLogins: ApiLogins = { otps: [], sessions: [] };

/** Why a client is refused, one word for each situation of the facts' decisions (§4). */
export type ApiRefusal =
  /** The switch is on No, or nobody ever chose (rows 9, 10, 16, 18). */
  | "access-off"
  /** The chosen duration ran out (row 14). */
  | "access-ended"
  /** The chosen duration is no longer than a token's life (row 12). */
  | "duration-too-short-to-refresh"
  | "too-many-sessions"
  /** Wrong, used or late, or none was asked for (row 8). */
  | "otp-not-accepted"
  /** No session has this token: never had, replaced, or logged out. */
  | "token-unknown"
  /** Row 17. */
  | "token-expired"
  /** Refreshed too late (row 15). */
  | "refresh-too-late";

export interface Refused {
  readonly ok: false;
  readonly refusal: ApiRefusal;
}

/** A step that was taken, with what it made of the logins; a refusal changes nothing. */
export type Step<Result = unknown> =
  ({ readonly ok: true; readonly logins: ApiLogins } & Result) | Refused;

/** The session with this token, whatever its age. */
export function findSession(
  logins: ApiLogins,
  authToken: string,
): ApiSession | undefined {
  return logins.sessions.find((session) => session.authToken === authToken);
}

/** Whether nothing is left to remember. */
export function isBare({ otps, sessions }: ApiLogins): boolean {
  return otps.length === 0 && sessions.length === 0;
}

/** How many OTPs, and how many sessions, a taxpayer has at most; the oldest go first. */
export const LOGINS_AT_MOST = 100;
