import { expect, test } from "@playwright/test";
import {
  changePassword,
  isAcceptablePassword,
  judgePassword,
} from "../../simulator/domain/password.ts";
import {
  DEMO_PASSWORD,
  defaultTaxpayer,
} from "../../simulator/domain/taxpayer.ts";
import type { Taxpayer } from "../../simulator/domain/taxpayer.ts";

function taxpayer(fields: Partial<Taxpayer> = {}): Taxpayer {
  return { ...defaultTaxpayer("banyan"), ...fields };
}

test.describe("A password is judged", () => {
  const TABLE: {
    name: string;
    given: Partial<Taxpayer>;
    typed?: string;
    verdict: string;
    leaves: Partial<Taxpayer>;
  }[] = [
    {
      name: "right, which clears the count and remembers the sign-in",
      given: { failedLogins: 2 },
      verdict: "right",
      leaves: { failedLogins: 0, locked: false },
    },
    {
      name: "wrong the first time, which counts",
      given: {},
      typed: "Wrong@123",
      verdict: "wrong",
      leaves: { failedLogins: 1, locked: false },
    },
    {
      name: "wrong the second time in a row, which counts on",
      given: { failedLogins: 1 },
      typed: "Wrong@123",
      verdict: "wrong",
      leaves: { failedLogins: 2, locked: false },
    },
    {
      name: "wrong the third time in a row, which locks",
      given: { failedLogins: 2 },
      typed: "Wrong@123",
      verdict: "locked",
      leaves: { failedLogins: 3, locked: true },
    },
    {
      name: "locked for the right password of a locked account, and counts no further",
      given: { failedLogins: 3, locked: true },
      verdict: "locked",
      leaves: { failedLogins: 3, locked: true },
    },
    {
      name: "expired for the right password that is too old, and remembers the sign-in",
      given: { passwordExpired: true },
      verdict: "password-expired",
      leaves: { failedLogins: 0 },
    },
    {
      name: "wrong before expired, as a stranger is told nothing",
      given: { passwordExpired: true },
      typed: "Wrong@123",
      verdict: "wrong",
      leaves: { failedLogins: 1 },
    },
    {
      name: "cancelled for a cancelled registration",
      given: { status: "Cancelled suo-moto", failedLogins: 1 },
      verdict: "cancelled",
      leaves: { failedLogins: 0 },
    },
    {
      name: "wrong when its case differs",
      given: {},
      typed: DEMO_PASSWORD.toUpperCase(),
      verdict: "wrong",
      leaves: { failedLogins: 1 },
    },
    {
      name: "wrong when a space follows it",
      given: {},
      typed: `${DEMO_PASSWORD} `,
      verdict: "wrong",
      leaves: { failedLogins: 1 },
    },
  ];
  for (const { name, given, typed, verdict, leaves } of TABLE) {
    test(name, () => {
      const before = taxpayer(given);
      expect(judgePassword(before, typed ?? DEMO_PASSWORD)).toEqual({
        verdict,
        taxpayer: { ...before, ...leaves },
      });
    });
  }
});

test.describe("A new password", () => {
  for (const { password, accepted, why } of [
    { password: DEMO_PASSWORD, accepted: true, why: "the demo password" },
    { password: "Abcdef1!", accepted: true, why: "8 characters" },
    { password: "Abcde1!", accepted: false, why: "7 characters" },
    { password: "Abcdefghijkl12!", accepted: true, why: "15 characters" },
    { password: "Abcdefghijkl123!", accepted: false, why: "16 characters" },
    { password: "ABCDEF1!", accepted: false, why: "no small letter" },
    { password: "abcdef1!", accepted: false, why: "no capital letter" },
    { password: "Abcdefg!", accepted: false, why: "no digit" },
    { password: "Abcdefg1", accepted: false, why: "no special character" },
    { password: "Abcdef 1", accepted: false, why: "only a space as special" },
    { password: "", accepted: false, why: "nothing" },
  ]) {
    test(`with ${why} is ${accepted ? "accepted" : "refused"}`, () => {
      expect(isAcceptablePassword(password)).toBe(accepted);
    });
  }
});

test.describe("A change of the password", () => {
  const before = taxpayer({ passwordExpired: true });
  for (const { name, current, next, outcome } of [
    { name: "goes through", outcome: "changed" },
    {
      name: "needs the old one",
      current: "Wrong@123",
      outcome: "wrong-password",
    },
    { name: "needs one that is good", next: "weak", outcome: "unacceptable" },
    { name: "needs another one", next: DEMO_PASSWORD, outcome: "unchanged" },
  ]) {
    test(name, () => {
      const asked = [current ?? DEMO_PASSWORD, next ?? "Banyan@123"] as const;
      const judged = changePassword(before, ...asked);
      expect(judged.outcome).toBe(outcome);
      expect(judged.taxpayer).toEqual(
        outcome === "changed"
          ? { ...before, password: "Banyan@123", passwordExpired: false }
          : before,
      );
    });
  }
});
