/**
 * The client's side of the taxpayer API's encryption, step by step. Everything that travels
 * is base64 text; every key is 32 bytes long.
 *
 * The client invents an **app key**. The server answers a login with its session key, **EK**,
 * encrypted with the app key (`sek`). From then on the client encrypts what it sends with the
 * EK, and each answer brings a key of its own, **REK**, encrypted with the EK (`rek`).
 */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
} from "node:crypto";

/** A new app key. */
export function newAppKey(): Buffer {
  return randomBytes(32);
}

/**
 * `app_key` of OTPREQUEST, AUTHTOKEN and LOGOUT: the app key, encrypted with RSA and PKCS#1
 * v1.5 padding ("RSA/ECB/PKCS1Padding" in Java) to the portal's certificate.
 */
export function encryptAppKey(appKey: Buffer, certificatePem: string): string {
  return publicEncrypt(
    { key: certificatePem, padding: constants.RSA_PKCS1_PADDING },
    appKey,
  ).toString("base64");
}

/** `otp` of AUTHTOKEN: the digits as they are, not made base64 first. */
export function encryptOtp(otp: string, appKey: Buffer): string {
  return encrypt(Buffer.from(otp, "utf8"), appKey);
}

/** The EK in the `sek` of a reply, which is encrypted with the app key last sent. */
export function decryptSek(sek: string, appKey: Buffer): Buffer {
  return decrypt(sek, appKey);
}

/** `app_key` of REFRESHTOKEN: an app key, old or new, encrypted with the current EK. */
export function encryptRefreshAppKey(appKey: Buffer, ek: Buffer): string {
  return encrypt(appKey, ek);
}

/** Data as it travels: the JSON as base64 text, encrypted, and the HMAC of that text. */
export interface SealedData {
  data: string;
  hmac: string;
}

/** `data` and `hmac` of a PUT or POST. */
export function encryptData(payload: unknown, ek: Buffer): SealedData {
  const json = Buffer.from(JSON.stringify(payload), "utf8");
  return encryptText(json.toString("base64"), ek);
}

/** The second half of `encryptData`: seals a text that is base64 already. */
export function encryptText(text: string, ek: Buffer): SealedData {
  return { data: encrypt(Buffer.from(text), ek), hmac: hmac(text, ek) };
}

/** What a data call answered. Throws where the HMAC does not fit the data. */
export function decryptData(
  answer: SealedData & { rek: string },
  ek: Buffer,
): unknown {
  const rek = decrypt(answer.rek, ek);
  const text = decrypt(answer.data, rek).toString("utf8");
  if (hmac(text, rek) !== answer.hmac) {
    throw new Error("the hmac of this answer does not fit its data");
  }
  return JSON.parse(Buffer.from(text, "base64").toString("utf8")) as unknown;
}

/** AES-256-ECB with PKCS#7 padding ("AES/ECB/PKCS5Padding" in Java). */
function encrypt(plain: Buffer, key: Buffer): string {
  const cipher = createCipheriv("aes-256-ecb", key, null);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString(
    "base64",
  );
}

function decrypt(sealed: string, key: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-ecb", key, null);
  return Buffer.concat([decipher.update(sealed, "base64"), decipher.final()]);
}

/** HMAC-SHA256 over the base64 text. */
function hmac(text: string, key: Buffer): string {
  return createHmac("sha256", key).update(text).digest("base64");
}
