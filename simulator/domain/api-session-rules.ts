const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * What a taxpayer API session obeys. "Row" is a row of the facts' table of decisions
 * (taxpayer API §4); what it calls chosen is a setting here, so that a client can be tried
 * against the other reading too. Times in milliseconds.
 */
export interface ApiSessionRules {
  /** Row 5, attested: 6 h, five sources and more. */
  readonly tokenLife: number;
  /** Row 7, attested (M): 10 minutes. */
  readonly otpLife: number;
  /**
   * Rows 1 and 2, choice. `"confirm"`: the chosen duration runs from CONFIRM and every
   * session ends with it. `"login"`: it runs from the session's own OTP login, so that a
   * session can outlive the time in which a new one may be opened (IRIS reads it so, M).
   */
  readonly sessionRunsFrom: "confirm" | "login";
  /**
   * Rows 3 and 18, choice: No ends live sessions at once. If not, a token works until its
   * own end and only new ones are refused. That access stops is attested, when is not.
   */
  readonly noEndsSessions: boolean;
  /**
   * Row 4, choice: what `expiry` counts, in minutes. The chosen duration (M), or the
   * token's life, always 360.
   */
  readonly expiryCounts: "duration" | "token";
  /** Row 6, choice: how long after its end a token can still be refreshed; some saw 18 h. */
  readonly refreshGrace: number;
  /**
   * Row 19, choice. `undefined`: a new login replaces the session of the same client. A
   * number: sessions stay side by side, and so many with a live token refuse another OTP
   * (AUTH403). The code is attested, no number is.
   */
  readonly sessionLimit: number | undefined;
}

export const defaultApiSessionRules: ApiSessionRules = {
  tokenLife: 6 * HOUR,
  otpLife: 10 * MINUTE,
  sessionRunsFrom: "confirm",
  noEndsSessions: true,
  expiryCounts: "duration",
  refreshGrace: 0,
  sessionLimit: undefined,
};
