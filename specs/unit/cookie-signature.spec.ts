import crypto, { createSecretKey, randomBytes } from "node:crypto";
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

test("each of the last ten thousand cookies is signed once, and those before again", () => {
  const { createHmac } = crypto;
  let signings = 0;
  const count = (...args: Parameters<typeof createHmac>) => {
    signings++;
    return createHmac(...args);
  };
  const ask = (cookies: readonly string[]) => {
    signings = 0;
    const values = cookies.map((cookie) => signature.unsign(cookie, another));
    return { values, signings };
  };
  const another = newKey();
  const names = Array.from({ length: 10_001 }, (_, n) => `session-${n}`);
  const cookies = names.map((name) => signature.sign(name, another));
  Object.assign(crypto, { createHmac: count });
  try {
    expect(ask(cookies)).toEqual({ values: names, signings: 10_001 });
    expect(ask(cookies.slice(1)).signings).toBe(0);
    expect(ask(cookies.slice(0, 1)).signings).toBe(1);
  } finally {
    Object.assign(crypto, { createHmac });
  }
});
