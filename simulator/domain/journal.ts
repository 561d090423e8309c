/** What a world writes down. Never a password, an OTP or a token. */
export interface JournalEvent {
  /** Epoch milliseconds on the world's clock. */
  readonly at: number;
  readonly kind: JournalKind;
  readonly username?: string;
  /** One plain sentence, or nothing to add. */
  readonly detail: string;
}

export const JOURNAL_KINDS = [
  "login",
  "login-failed",
  "logout",
  "session-expired",
  "password-changed",
  "api-access-enabled",
  "api-access-disabled",
  "otp-requested",
  "token-issued",
  "token-refreshed",
  "token-refused",
  "token-ended",
  "data-call",
  "fault",
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];
