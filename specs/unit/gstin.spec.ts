import { expect, test } from "@playwright/test";
import fc from "fast-check";
import {
  checkDigit,
  inventGstin,
  isGstin,
} from "../../simulator/domain/gstin.ts";

// Published examples and invented numbers; the wrong ones are popular fakes.
const VALID = [
  "27AAPFU0939F1ZV",
  "33GSPTN9771G3ZP",
  "27GSPMH0041G1ZZ",
  "33ABKCS2033B1ZW",
  "24ABKCS2033B1ZV",
];
const WRONG_DIGIT = [
  { gstin: "29ABCDE1234F1Z5", digit: "W" },
  { gstin: "29ABCDE1234F2Z5", digit: "V" },
  { gstin: "29AAACQ3770E000", digit: "F" },
];
const MALFORMED = [
  { gstin: "", why: "nothing" },
  { gstin: "27AAPFU0939F1Z", why: "14 characters" },
  { gstin: "27AAPFU0939F1ZVV", why: "16 characters" },
  { gstin: "27aapfu0939f1zv", why: "small letters" },
  { gstin: "2XAAPFU0939F1ZV", why: "a state that is no number" },
  { gstin: "27AAPFU0939F0ZV", why: "the entity 0" },
  { gstin: " 27AAPFU0939F1ZV", why: "a space before it" },
  { gstin: "27AAPFU0939F1ZV\n", why: "a line break after it" },
];

test.describe("The check digit of a GSTIN", () => {
  for (const gstin of VALID) {
    test(`is right in ${gstin}`, () => {
      expect(checkDigit(gstin.slice(0, 14))).toBe(gstin.at(-1));
      expect(isGstin(gstin)).toBe(true);
    });
  }

  for (const { gstin, digit } of WRONG_DIGIT) {
    test(`is wrong in ${gstin}, where it must be ${digit}`, () => {
      expect(checkDigit(gstin.slice(0, 14))).toBe(digit);
      expect(isGstin(gstin)).toBe(false);
    });
  }

  test("catches every single character that is mistyped", () => {
    const position = fc.integer({ min: 0, max: 13 });
    const character = fc.constantFrom(
      ..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID),
        position,
        character,
        (gstin, at, typed) => {
          fc.pre(gstin.charAt(at) !== typed);
          const mistyped = gstin.slice(0, at) + typed + gstin.slice(at + 1);
          expect(isGstin(mistyped)).toBe(false);
        },
      ),
    );
  });
});

test.describe("A text is no GSTIN", () => {
  for (const { gstin, why } of MALFORMED) {
    test(`when it has ${why}`, () => {
      expect(isGstin(gstin)).toBe(false);
    });
  }
});

test.describe("An invented GSTIN", () => {
  test("is valid, of the state asked for, with the PAN number that is never issued", () => {
    const state = fc
      .integer({ min: 1, max: 38 })
      .map((number) => String(number).padStart(2, "0"));
    fc.assert(
      fc.property(fc.string(), state, (seed, of) => {
        const gstin = inventGstin(seed, of);
        expect(isGstin(gstin)).toBe(true);
        expect(gstin.slice(0, 2)).toBe(of);
        expect(gstin.slice(7, 11)).toBe("0000");
      }),
    );
  });

  test("is the same for the same seed and another one for another", () => {
    expect(inventGstin("neem")).toBe(inventGstin("neem"));
    expect(inventGstin("neem")).not.toBe(inventGstin("peepal"));
  });
});
