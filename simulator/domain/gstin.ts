const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const REGULAR = /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][Z1-9ABD-J][0-9A-Z]$/;

/**
 * The 15th character of a GSTIN, from its first 14 (facts: taxpayer API §9, eight
 * implementations agree): weights 1, 2, 1, 2 …, each product split into its base 36 digits.
 */
export function checkDigit(first14: string): string {
  let sum = 0;
  for (let position = 0; position < 14; position++) {
    const value = ALPHABET.indexOf(first14.charAt(position));
    const product = value * (position % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return ALPHABET.charAt((36 - (sum % 36)) % 36);
}

/** Whether `text` is a regular taxpayer's GSTIN with the right check digit. */
export function isGstin(text: string): boolean {
  return REGULAR.test(text) && text.charAt(14) === checkDigit(text);
}

/**
 * A GSTIN that no business can have: its PAN carries the number 0000, which is never
 * issued. The letters follow from `seed`, so that the same seed gives the same GSTIN.
 *
 * @param state two digits, such as `"29"` for Karnataka
 */
export function inventGstin(seed: string, state = "29"): string {
  let hash = 7;
  for (const character of seed) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 456_976;
  }
  const letter = (power: number): string =>
    ALPHABET.charAt(10 + (Math.floor(hash / 26 ** power) % 26));
  // The fourth letter names the kind of holder; C is a company.
  const pan = `${letter(0)}${letter(1)}${letter(2)}C${letter(3)}0000A`;
  const first14 = `${state}${pan}1Z`;
  return first14 + checkDigit(first14);
}
