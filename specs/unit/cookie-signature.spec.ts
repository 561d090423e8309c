import { createSecretKey, randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import signature from "../../scripts/build/cookie-signature.cjs";

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();
const signed = signature.sign("a-session", key);

test("a cookie that was signed is taken each time", () => {
  for (let times = 0; times < 3; times++) {
    expect(signature.unsign(signed, key)).toBe("a-session");
  }
});

test.describe("while the right one is remembered", () => {
  test.beforeEach(() => {
    signature.unsign(signed, key);
  });

  for (const [what, forged] of [
    ["another value", signed.replace("a-", "b-")],
    ["a signature with one letter changed", `${signed.slice(0, -1)}~`],
    ["a signature cut short", signed.slice(0, -1)],
    ["more after the signature", `${signed}A`],
    ["no signature", "a-session"],
    ["nothing", ""],
  ] as const) {
    test(`a cookie with ${what} is refused, each time`, () => {
      expect(signature.unsign(forged, key)).toBe(false);
      expect(signature.unsign(forged, key)).toBe(false);
    });
  }

  test("it is refused under another key", () => {
    expect(signature.unsign(signed, newKey())).toBe(false);
  });
});

test("more cookies than are remembered are told apart as ever", () => {
  const cookies = Array.from({ length: 1_100 }, (_, n) =>
    signature.sign(`session-${n}`, key),
  );
  for (let round = 0; round < 2; round++) {
    expect(cookies.map((cookie) => signature.unsign(cookie, key))).toEqual(
      cookies.map((_, n) => `session-${n}`),
    );
  }
});
