import type { Taxpayer } from "./taxpayer.ts";

/** How many wrong passwords in a row lock an account (facts: portal §3.3, SWEB_9014). */
const WRONG_PASSWORDS_TO_LOCK = 3;

export type PasswordVerdict =
  "right" | "wrong" | "locked" | "password-expired" | "cancelled";

/**
 * Judges a password and says what the attempt makes of the taxpayer: a wrong one counts,
 * the third in a row locks, a right one clears the count. A locked account stays locked
 * whatever is typed.
 */
export function judgePassword(
  taxpayer: Taxpayer,
  password: string,
): { taxpayer: Taxpayer; verdict: PasswordVerdict } {
  if (taxpayer.locked) return { taxpayer, verdict: "locked" };
  if (password !== taxpayer.password) {
    const failedLogins = taxpayer.failedLogins + 1;
    const locked = failedLogins >= WRONG_PASSWORDS_TO_LOCK;
    return {
      taxpayer: { ...taxpayer, failedLogins, locked },
      verdict: locked ? "locked" : "wrong",
    };
  }
  const cleared = { ...taxpayer, failedLogins: 0 };
  if (taxpayer.status.startsWith("Cancelled")) {
    return { taxpayer: cleared, verdict: "cancelled" };
  }
  return {
    taxpayer: cleared,
    verdict: taxpayer.passwordExpired ? "password-expired" : "right",
  };
}

/** The portal's rule for passwords (facts: portal §3.2, confidence B). */
export function isAcceptablePassword(password: string): boolean {
  return (
    password.length >= 8 &&
    password.length <= 15 &&
    [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9\s]/].every((kind) =>
      kind.test(password),
    )
  );
}

export type PasswordChangeOutcome =
  "changed" | "wrong-password" | "unacceptable" | "unchanged";

/** Judges a change of the password and says what it makes of the taxpayer. */
export function changePassword(
  taxpayer: Taxpayer,
  current: string,
  next: string,
): { taxpayer: Taxpayer; outcome: PasswordChangeOutcome } {
  if (taxpayer.password !== current) {
    return { taxpayer, outcome: "wrong-password" };
  }
  if (!isAcceptablePassword(next)) return { taxpayer, outcome: "unacceptable" };
  if (next === current) return { taxpayer, outcome: "unchanged" };
  const changed = { ...taxpayer, password: next, passwordExpired: false };
  return { taxpayer: changed, outcome: "changed" };
}

/** The taxpayer after Forgot Password, which unlocks the account, too. */
export function withNewPassword(
  taxpayer: Taxpayer,
  password: string,
): Taxpayer {
  return {
    ...taxpayer,
    password,
    passwordExpired: false,
    locked: false,
    failedLogins: 0,
  };
}
