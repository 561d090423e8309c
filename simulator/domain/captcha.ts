/** A CAPTCHA that a browser was shown. Instants in epoch milliseconds. */
export interface Captcha {
  /** Six digits (facts: portal §3.2). */
  readonly answer: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** How long a CAPTCHA can be answered (facts: portal §3.2, confidence C). */
const LIFETIME = 300_000;

/** A CAPTCHA that is shown at `now`. */
export function issueCaptcha(answer: string, now: number): Captcha {
  return { answer, issuedAt: now, expiresAt: now + LIFETIME };
}

/** Whether a CAPTCHA can still be answered. */
export function isAlive(captcha: Captcha, now: number): boolean {
  return now < captcha.expiresAt;
}
