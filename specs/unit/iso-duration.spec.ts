import { expect, test } from "@playwright/test";
import fc from "fast-check";
import {
  formatDuration,
  parseDuration,
} from "../../simulator/domain/iso-duration.ts";

const HOUR = 3_600_000;

test.describe("An ISO 8601 duration", () => {
  for (const [text, milliseconds] of [
    ["PT6H", 6 * HOUR],
    ["PT12H", 12 * HOUR],
    ["P7D", 168 * HOUR],
    ["P30D", 720 * HOUR],
    ["P2W", 336 * HOUR],
    ["P1DT1H1M1S", 25 * HOUR + 61_000],
    ["PT0S", 0],
    ["PT0.001S", 1],
    ["PT1.5S", 1_500],
    ["PT90M", 1.5 * HOUR],
    ["-PT6H", -6 * HOUR],
    ["-PT0.5S", -500],
  ] as const) {
    test(`${text} is ${milliseconds} milliseconds`, () => {
      expect(parseDuration(text)).toBe(milliseconds);
    });
  }

  for (const text of [
    "",
    "P",
    "PT",
    "P1DT",
    "-P",
    "6H",
    "PT6",
    "PT6h",
    "pt6h",
    "P1Y",
    "P1M",
    "PT1M1H",
    "PT0.0001S",
    "PT6H ",
    " PT6H",
    "PT6H\n",
    "P-1D",
    "+PT6H",
    "360",
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => {
      expect(parseDuration(text)).toBeUndefined();
    });
  }

  for (const [milliseconds, text] of [
    [0, "PT0S"],
    [1, "PT0.001S"],
    [60_000, "PT1M"],
    [6 * HOUR, "PT6H"],
    [24 * HOUR, "P1D"],
    [25 * HOUR + 61_500, "P1DT1H1M1.5S"],
    [-500, "-PT0.5S"],
    [-720 * HOUR, "-P30D"],
  ] as const) {
    test(`of ${milliseconds} milliseconds is written ${text}`, () => {
      expect(formatDuration(milliseconds)).toBe(text);
    });
  }

  test("is read as it was written, whatever its length", () => {
    const centuries = 300 * 366 * 24 * HOUR;
    fc.assert(
      fc.property(
        fc.integer({ min: -centuries, max: centuries }),
        (milliseconds) => {
          const read = parseDuration(formatDuration(milliseconds));
          expect(read === milliseconds).toBe(true);
        },
      ),
    );
  });
});
