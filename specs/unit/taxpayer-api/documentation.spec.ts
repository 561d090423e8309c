import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { OPTIONS } from "../../../simulator/settings/options.ts";
import {
  authenticationCodes,
  REFUSALS,
} from "../../../simulator/taxpayer-api/replies.ts";
import {
  WIRE_CODES,
  wireError,
} from "../../../simulator/taxpayer-api/wire-errors.ts";

/** What docs/taxpayer-api.md promises an integrator, held against the tables it is about. */

const page = readFileSync(
  new URL("../../../docs/taxpayer-api.md", import.meta.url),
  "utf8",
);

/** The rows of the table under that heading of its first column, cells without back-ticks. */
function table(heading: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => cells(line)[0] === heading);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end === -1 ? undefined : end).map(cells);
}

function cells(line: string): string[] {
  const [, ...between] = line.split(/(?<!\\)\|/);
  return between
    .slice(0, -1)
    .map((cell) => cell.replaceAll(/[`\\]/g, "").trim());
}

test("the page has each code with its message, and no other", () => {
  const told = table("code").map(([code, message]) => [code, message]);
  const known = WIRE_CODES.map((code) => [code, wireError(code).message]);
  expect(new Set(told)).toEqual(new Set(known));
});

test("the page says of each code how to call it up", () => {
  for (const [code = "", , , how] of table("code")) {
    expect(how, code).not.toBe("");
  }
});

test("the page speaks of no code that there is not", () => {
  const codes = page.matchAll(/\b(?:AUTH?_?|GEN|TEC|SWEB|RET)\d{3,}\b/g);
  for (const [code] of codes) expect(WIRE_CODES).toContain(code);
});

test("the page has each refusal with its code, and no other", () => {
  const told = Object.fromEntries(table("refusal")) as object;
  expect(told).toEqual(authenticationCodes);
  expect(REFUSALS).toHaveLength(table("refusal").length);
});

test("the page has each setting of the API, and no other", () => {
  const flags = OPTIONS.filter(
    ({ flag }) =>
      flag.startsWith("api-") || flag === "otp" || flag === "data-dir",
  ).map(({ flag, takes }) => [`--${flag}`, takes].filter(Boolean).join(" "));
  const told = table("flag").map(([flag]) => flag);
  expect(new Set(told)).toEqual(new Set(flags));
});

test("the page tells of no flag that there is not", () => {
  const known = OPTIONS.map(({ flag }) => flag);
  for (const [, flag] of page.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)) {
    expect(known).toContain(flag);
  }
});
