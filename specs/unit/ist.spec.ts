import { expect, test } from "@playwright/test";
import { formatDate, formatIst } from "../../simulator/domain/ist.ts";

test.describe("Indian Standard Time", () => {
  for (const [utc, ist] of [
    ["2017-08-19T11:31:00Z", "19/08/2017 17:01"],
    ["2017-08-19T18:29:59.999Z", "19/08/2017 23:59"],
    ["2017-08-19T18:30:00Z", "20/08/2017 00:00"],
    ["2016-12-31T18:30:00Z", "01/01/2017 00:00"],
    ["2024-02-28T20:00:00Z", "29/02/2024 01:30"],
    ["2026-06-01T00:00:00Z", "01/06/2026 05:30"],
  ] as const) {
    test(`shows ${utc} as ${ist}`, () => {
      expect(formatIst(Date.parse(utc))).toBe(ist);
    });
  }
});

test("A date is written day first", () => {
  expect(formatDate("2017-07-01")).toBe("01/07/2017");
});
