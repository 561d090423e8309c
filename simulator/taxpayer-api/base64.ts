/**
 * The bytes of a base64 text, or `undefined` where it is none. Line breaks are allowed
 * anywhere, as Ruby's encoder writes them inside and at the end (facts: taxpayer API §7.1).
 */
export function fromBase64(text: string): Buffer | undefined {
  const compact = text.replaceAll(/\s+/g, "");
  const isBase64 = compact.length % 4 === 0 && BASE64.test(compact);
  return isBase64 ? Buffer.from(compact, "base64") : undefined;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
