import { constants, privateDecrypt } from "node:crypto";
import type { KeyObject } from "node:crypto";

/**
 * Undoes RSA encryption with PKCS#1 v1.5 padding; `undefined` for anything else.
 *
 * Node 20 refuses `RSA_PKCS1_PADDING` here (CVE-2023-46809), so the number is decrypted
 * bare and its block checked by `messageOf`. That this makes a padding oracle is accepted:
 * the key protects nothing but invented data.
 */
export function rsaDecrypt(
  sealed: Buffer,
  privateKey: KeyObject,
): Buffer | undefined {
  try {
    return messageOf(
      privateDecrypt(
        { key: privateKey, padding: constants.RSA_NO_PADDING },
        sealed,
      ),
    );
  } catch {
    return undefined; // not as long as the modulus, or not below it
  }
}

const SHORTEST_PADDING = 8;

/** The message in a block `00 02 padding 00 message` (RFC 8017 §7.2.2). */
function messageOf(block: Buffer): Buffer | undefined {
  if (block[0] !== 0 || block[1] !== 2) return undefined;
  const separator = block.indexOf(0, 2);
  if (separator < 2 + SHORTEST_PADDING) return undefined;
  return block.subarray(separator + 1);
}
