import { createCipheriv, createDecipheriv } from "node:crypto";

declare const secret: unique symbol;

/** A key of AES-256: exactly 32 bytes. Made by `toKey` or `newKey` only. */
export type SecretKey = Buffer & { readonly [secret]: true };

const KEY_BYTES = 32;

/** The bytes as a key; `undefined` where they are not exactly 32. */
export function toKey(bytes: Buffer): SecretKey | undefined {
  return bytes.length === KEY_BYTES ? (bytes as SecretKey) : undefined;
}

/** AES-256-ECB with PKCS#7 padding, which Java calls "AES/ECB/PKCS5Padding". */
export function aesEncrypt(plain: Uint8Array, key: SecretKey): Buffer {
  const cipher = createCipheriv("aes-256-ecb", key, null);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** Undoes `aesEncrypt`; `undefined` for anything that was not made by it. */
export function aesDecrypt(
  sealed: Uint8Array,
  key: SecretKey,
): Buffer | undefined {
  const decipher = createDecipheriv("aes-256-ecb", key, null);
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    return undefined;
  }
}
