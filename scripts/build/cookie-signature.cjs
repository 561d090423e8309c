// Stands in for `cookie-signature` in the built program: the same, but that it remembers the
// last ten thousand cookies whose signature was right. A browser sends its own with each
// request, and to sign it once more took a tenth of a page.

/** @typedef {string | import("node:crypto").KeyObject} Secret */

/**
 * @typedef {object} Signature
 * @property {(value: string, secret: Secret) => string} sign
 * @property {(input: string, secret: Secret) => string | false} unsign the value; `false` where `secret` did not sign it
 */

const { sign, unsign } = /** @type {Signature} */ (
  // @ts-expect-error The package brings no types.
  require("../../node_modules/cookie-signature")
);

const REMEMBERED_AT_MOST = 10_000;

/** @typedef {Map<string, string>} Values What was signed, by the whole text of the cookie. */

/** @type {WeakMap<object, Values>} */
const valuesBySecret = new WeakMap();

/** @type {Signature["unsign"]} */
const unsignOnce = (input, secret) => {
  if (typeof secret === "string") return unsign(input, secret);
  const values =
    valuesBySecret.get(secret) ?? /** @type {Values} */ (new Map());
  const known = values.get(input);
  if (known !== undefined) return known;
  const value = unsign(input, secret);
  if (value === false) return false;
  for (const oldest of values.keys()) {
    if (values.size < REMEMBERED_AT_MOST) break;
    values.delete(oldest);
  }
  valuesBySecret.set(secret, values.set(input, value));
  return value;
};

module.exports = { sign, unsign: unsignOnce };
