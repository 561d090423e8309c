/** A one-time password that the portal has sent. Instants in epoch milliseconds. */
export interface OneTimePassword {
  readonly digits: string;
  readonly expiresAt: number;
}

/** What a one-time password is asked for. */
export type OtpPurpose = "new-device" | "forgot-password";

/** How long one can be used: as long as those of the taxpayer API, a choice. */
const LIFETIME = 10 * 60_000;

export function sendAt(now: number, digits: string): OneTimePassword {
  return { digits, expiresAt: now + LIFETIME };
}

/** Whether `typed` is the one that was sent, in time. */
export function isRight(
  sent: OneTimePassword | undefined,
  typed: string,
  now: number,
): boolean {
  return sent?.digits === typed && now < sent.expiresAt;
}
