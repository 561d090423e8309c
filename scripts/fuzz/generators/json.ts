import fc from "fast-check";
import { field, value } from "./values.ts";

/** Objects with the fields there are, and anything in them: also arrays for texts. */
export const json = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      value,
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.array(fc.tuple(field, tie("value")), { maxLength: 6 }).map(
        // Not of `Object.fromEntries`: a key `__proto__` is to be in the text.
        (entries) => new Map(entries),
      ),
    ),
  }))
  .value.map(asJson);

function asJson(one: unknown): string {
  if (one instanceof Map) {
    const entries = [...(one as Map<string, unknown>)].map(
      ([key, inner]) => `${JSON.stringify(key)}:${asJson(inner)}`,
    );
    return `{${entries.join(",")}}`;
  }
  if (Array.isArray(one)) return `[${one.map(asJson).join(",")}]`;
  return toBytes(JSON.stringify(one));
}

function toBytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** Bodies that calls take, of which the fields may be replaced. */
export const rightJson = fc
  .tuple(
    fc.constantFrom<object>(
      { username: "newcomer", password: "Other@12" },
      { apiAccess: { enabled: true, duration: "7 days" } },
      { name: "default" },
      { now: "2030-01-01T00:00:00Z" },
      { by: "PT6H" },
      { at: "login", kind: "error" },
      { username: "never_enabled", password: "Simulator@1" },
      { isAPIEnable: "Y", exDm: 360 },
      { action: "OTPREQUEST", username: "never_enabled" },
      { action: "AUTHTOKEN", username: "never_enabled", otp: "575757" },
    ),
    fc.option(fc.tuple(field, json), { nil: undefined }),
  )
  .map(([one, more]) =>
    more
      ? `${JSON.stringify(one).slice(0, -1)},${toBytes(JSON.stringify(more[0]))}:${more[1]}}`
      : JSON.stringify(one),
  );

/** What a parser of JSON may stumble over. */
export const nearlyJson = fc.oneof(
  json.map((text) => text.slice(0, -1)),
  json.map((text) => `\xef\xbb\xbf${text}`),
  json.map((text) => `${text}${text}`),
  fc.constantFrom(
    "[".repeat(3_000),
    `{"a":`.repeat(2_000),
    `{"by":"${"P".repeat(50_000)}"}`,
    `{"username":"\xff\xfe","password":"\xc0"}`,
    `{"username":"\\ud800"}`,
    `"__proto__"`,
    "1e999",
    "null",
    "\0",
  ),
);
