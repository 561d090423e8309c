import { createPrivateKey } from "node:crypto";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { toKey } from "../../../simulator/taxpayer-api/aes.ts";
import { fromBase64 } from "../../../simulator/taxpayer-api/base64.ts";
import {
  decryptAppKey,
  decryptOtp,
  newKey,
  openRequest,
  sealAnswer,
  unwrapKey,
  wrapKey,
} from "../../../simulator/taxpayer-api/cryptography.ts";
import { rsaDecrypt } from "../../../simulator/taxpayer-api/rsa.ts";
import type { SecretKey } from "../../../simulator/taxpayer-api/cryptography.ts";
import * as client from "../../kit/taxpayer-api-cipher.ts";
import { vectors } from "./vectors.ts";

const privateKey = createPrivateKey(vectors.privateKeyPem);

function bytes(hex: string): Buffer {
  return Buffer.from(hex, "hex");
}

function key(hex: string): SecretKey {
  const made = toKey(bytes(hex));
  if (!made) throw new Error(`not a key: ${hex}`);
  return made;
}

test.describe("the server agrees with OpenSSL", () => {
  for (const { hex, field } of vectors.appKeys) {
    test(`on the app key ${hex.slice(0, 8)}… that a client encrypted`, () => {
      expect(decryptAppKey(field, privateKey)).toEqual(bytes(hex));
    });
  }

  test("on an OTP", () => {
    const { digits, appKey, field } = vectors.otp;
    expect(decryptOtp(field, key(appKey))).toBe(digits);
  });

  test("on the sek", () => {
    const { ek, appKey, field } = vectors.sek;
    expect(wrapKey(key(ek), key(appKey))).toBe(field);
  });

  test("on the app key of a refresh", () => {
    const { ek, appKey, field } = vectors.refreshAppKey;
    expect(unwrapKey(field, key(ek))).toEqual(bytes(appKey));
  });

  test("on an encrypted answer", () => {
    const { payload, ek, rekKey, rek, data, hmac } = vectors.answer;
    const sealed = sealAnswer(payload, key(ek), key(rekKey));
    expect(sealed).toEqual({ data, rek, hmac });
  });

  test("on an encrypted request", () => {
    const { payload, ek, data, hmac } = vectors.request;
    expect(openRequest({ data, hmac }, key(ek))).toEqual({
      ok: true,
      value: payload,
    });
  });

  test("on a request whose base64 is broken into lines, inside and out", () => {
    const { payload, ek, data, hmac } = vectors.requestWithLineBreaks;
    expect(data).toContain("\n");
    expect(
      openRequest({ data: `${data}\n`, hmac: `${hmac}\r\n` }, key(ek)),
    ).toEqual({ ok: true, value: payload });
  });
});

test.describe("the kit's client agrees with OpenSSL", () => {
  test("on an OTP", () => {
    const { digits, appKey, field } = vectors.otp;
    expect(client.encryptOtp(digits, bytes(appKey))).toBe(field);
  });

  test("on the sek", () => {
    const { ek, appKey, field } = vectors.sek;
    expect(client.decryptSek(field, bytes(appKey))).toEqual(bytes(ek));
  });

  test("on the app key of a refresh", () => {
    const { ek, appKey, field } = vectors.refreshAppKey;
    expect(client.encryptRefreshAppKey(bytes(appKey), bytes(ek))).toBe(field);
  });

  test("on an encrypted request", () => {
    const { payload, ek, data, hmac } = vectors.request;
    expect(client.encryptData(payload, bytes(ek))).toEqual({ data, hmac });
  });

  test("on an encrypted answer, which it refuses with another hmac", () => {
    const { payload, ek, rek, data, hmac } = vectors.answer;
    expect(client.decryptData({ data, rek, hmac }, bytes(ek))).toEqual(payload);
    const wrong = { data, rek, hmac: vectors.request.hmac };
    expect(() => client.decryptData(wrong, bytes(ek))).toThrow(/hmac/);
  });
});

test("the server reads the app key that the kit's client encrypts", () => {
  const appKey = client.newAppKey();
  const field = client.encryptAppKey(appKey, vectors.certificatePem);
  expect(field).toHaveLength(344);
  expect(decryptAppKey(field, privateKey)).toEqual(appKey);
});

test("an app key is read when its base64 holds line breaks", () => {
  const { hex, field } = vectors.appKeys[0]!;
  const broken = `${field.replaceAll(/.{60}/g, "$&\n")}\n`;
  expect(decryptAppKey(broken, privateKey)).toEqual(bytes(hex));
});

test("an RSA block needs 8 bytes of padding, as RFC 8017 has it", () => {
  const { message, field } = vectors.shortestPadding;
  const tooShort = vectors.refusedAppKeys["7 bytes of padding"]!;
  expect(rsaDecrypt(fromBase64(field)!, privateKey)).toEqual(bytes(message));
  expect(rsaDecrypt(fromBase64(tooShort)!, privateKey)).toBeUndefined();
});

test.describe("base64", () => {
  for (const text of ["", "QQ==", "QUI=", "QUJD", "Q\nUJ\r\nD\n", " QUJD "]) {
    test(`is ${JSON.stringify(text)}`, () => {
      expect(fromBase64(text)?.toString()).toBe(
        "ABC".slice(0, Buffer.from(text, "base64").length),
      );
    });
  }
  for (const text of [
    "Q",
    "QQ",
    "QQ=",
    "Q===",
    "====",
    "QU=D",
    "Q%JD",
    "QU_D",
    "QUJDé",
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => {
      expect(fromBase64(text)).toBeUndefined();
    });
  }
});

test.describe("an app key is refused", () => {
  for (const [flaw, field] of Object.entries(vectors.refusedAppKeys)) {
    test(`for its flaw: ${flaw}`, () => {
      expect(decryptAppKey(field, privateKey)).toBeUndefined();
    });
  }

  test("when it is as long as the modulus but not below it", () => {
    const field = Buffer.alloc(256, 0xff).toString("base64");
    expect(decryptAppKey(field, privateKey)).toBeUndefined();
  });

  test("whatever its length, unless it is 32", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 245 }), (appKey) => {
        const field = client.encryptAppKey(
          Buffer.from(appKey),
          vectors.certificatePem,
        );
        const read = decryptAppKey(field, privateKey);
        expect(read).toEqual(
          appKey.length === 32 ? Buffer.from(appKey) : undefined,
        );
      }),
    );
  });

  test("in a refresh, whatever its length, unless it is 32", () => {
    const ek = newKey();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (appKey) => {
        const field = client.encryptRefreshAppKey(Buffer.from(appKey), ek);
        expect(unwrapKey(field, ek)?.length).toBe(
          appKey.length === 32 ? 32 : undefined,
        );
      }),
    );
  });
});

test.describe("a request is refused", () => {
  const { ek, data, hmac } = vectors.request;

  test("when its hmac belongs to something else", () => {
    const wrong = { data, hmac: vectors.answer.hmac };
    expect(openRequest(wrong, key(ek))).toEqual({ ok: false, flaw: "hmac" });
  });

  test("when its hmac is shortened, however right its beginning", () => {
    const short = Buffer.from(hmac, "base64").subarray(0, 16);
    expect(
      openRequest({ data, hmac: short.toString("base64") }, key(ek)),
    ).toEqual({ ok: false, flaw: "hmac" });
  });

  test("when it is encrypted with another key", () => {
    const other = client.encryptData({}, newKey());
    expect(openRequest(other, key(ek)).ok).toBe(false);
  });

  test("when what it seals is not JSON", () => {
    const text = Buffer.from("{").toString("base64");
    const sealed = client.encryptText(text, key(ek));
    expect(openRequest(sealed, key(ek))).toEqual({
      ok: false,
      flaw: "unreadable",
    });
  });

  test("when what it seals is JSON but not base64", () => {
    expect(
      openRequest(client.encryptText('{"a":1}', key(ek)), key(ek)),
    ).toEqual({
      ok: false,
      flaw: "unreadable",
    });
  });
});

test("any JSON value comes through a request and an answer unchanged", () => {
  fc.assert(
    fc.property(fc.json(), key32(), (json, ek) => {
      const payload = { value: JSON.parse(json) as unknown };
      expect(openRequest(client.encryptData(payload, ek), ek)).toEqual({
        ok: true,
        value: payload,
      });
      expect(client.decryptData(sealAnswer(payload, ek), ek)).toEqual(payload);
    }),
  );
});

test("two answers never share a rek", () => {
  const ek = newKey();
  expect(sealAnswer({}, ek).rek).not.toBe(sealAnswer({}, ek).rek);
});

test("no text that a client sends makes the server throw", () => {
  const aesBlocks = fc
    .uint8Array({ maxLength: 64 })
    .map((raw) => Buffer.from(raw).toString("base64"));
  const rsaBlocks = fc
    .uint8Array({ minLength: 256, maxLength: 256 })
    .map((raw) => Buffer.from(raw).toString("base64"));
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.base64String(),
    aesBlocks,
    rsaBlocks,
  );
  fc.assert(
    fc.property(anyText, anyText, key32(), (text, other, secret) => {
      decryptAppKey(text, privateKey);
      decryptOtp(text, secret);
      unwrapKey(text, secret);
      openRequest({ data: text, hmac: other }, secret);
      openRequest(client.encryptText(text, secret), secret);
    }),
    { numRuns: 1000 },
  );
});

function key32() {
  return fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((raw) => key(Buffer.from(raw).toString("hex")));
}
