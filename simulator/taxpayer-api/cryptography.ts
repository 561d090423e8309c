import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { aesDecrypt, aesEncrypt, toKey } from "./aes.ts";
import type { SecretKey } from "./aes.ts";
import { fromBase64 } from "./base64.ts";
import { rsaDecrypt } from "./rsa.ts";

/*
 * The server's side of the taxpayer API's encryption (facts: taxpayer API §3, H). Fields are
 * the base64 texts that travel; whatever a client puts into one, the answer is a value.
 *
 * The keys: the client invents an app key at login; the server answers with the session key
 * EK, wrapped in the app key (`sek`); each encrypted answer brings a key of its own, REK,
 * wrapped in the EK (`rek`).
 */

export type { SecretKey };

/** A fresh EK or REK. */
export function newKey(): SecretKey {
  return randomBytes(32) as SecretKey;
}

/** The app key in an `app_key` of OTPREQUEST, AUTHTOKEN or LOGOUT; any flaw is the same flaw. */
export function decryptAppKey(
  field: string,
  privateKey: KeyObject,
): SecretKey | undefined {
  const sealed = fromBase64(field);
  const message = sealed && rsaDecrypt(sealed, privateKey);
  return message && toKey(message);
}

/** The digits in the `otp` of AUTHTOKEN. */
export function decryptOtp(
  field: string,
  appKey: SecretKey,
): string | undefined {
  return unseal(field, appKey)?.toString("utf8");
}

/** A key wrapped in another one: `sek` (an EK by the app key), `rek` (a REK by the EK). */
export function wrapKey(key: SecretKey, by: SecretKey): string {
  return aesEncrypt(key, by).toString("base64");
}

/** Undoes `wrapKey`; the `app_key` of REFRESHTOKEN is an app key wrapped in the EK. */
export function unwrapKey(field: string, by: SecretKey): SecretKey | undefined {
  const bytes = unseal(field, by);
  return bytes && toKey(bytes);
}

/** A key as text for the store, and back; what came from the store is a key. */
export function keyToText(key: SecretKey): string {
  return key.toString("base64");
}
export function keyFromText(text: string): SecretKey {
  const key = toKey(Buffer.from(text, "base64"));
  if (!key) throw new Error("the store holds a key that is not 32 bytes long");
  return key;
}

/** What a data call answers with. */
export interface SealedAnswer {
  readonly data: string;
  readonly rek: string;
  readonly hmac: string;
}

/** Seals a JSON value with a REK that is used for this answer only. */
export function sealAnswer(
  value: object,
  ek: SecretKey,
  rek: SecretKey = newKey(),
): SealedAnswer {
  const json = Buffer.from(JSON.stringify(value));
  const text = Buffer.from(json.toString("base64"));
  return {
    data: aesEncrypt(text, rek).toString("base64"),
    rek: wrapKey(rek, ek),
    hmac: hmac(text, rek).toString("base64"),
  };
}

export type OpenedRequest =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly flaw: "unreadable" | "hmac" };

/** Opens the `data` of a PUT or POST, which its `hmac` must match. */
export function openRequest(
  { data, hmac: claimed }: { readonly data: string; readonly hmac: string },
  ek: SecretKey,
): OpenedRequest {
  const text = unseal(data, ek);
  if (!text) return { ok: false, flaw: "unreadable" };
  if (!isEqual(fromBase64(claimed), hmac(text, ek))) {
    return { ok: false, flaw: "hmac" };
  }
  const json = fromBase64(text.toString("latin1"));
  const value = json && parse(json.toString("utf8"));
  return value ? { ok: true, ...value } : { ok: false, flaw: "unreadable" };
}

function unseal(field: string, key: SecretKey): Buffer | undefined {
  const sealed = fromBase64(field);
  return sealed && aesDecrypt(sealed, key);
}

/** HMAC-SHA256 over the base64 text as it stands, its line breaks included. */
function hmac(text: Buffer, key: SecretKey): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function isEqual(claimed: Buffer | undefined, right: Buffer): boolean {
  return claimed?.length === right.length && timingSafeEqual(claimed, right);
}

function parse(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}
