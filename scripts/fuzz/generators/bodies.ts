import fc from "fast-check";
import { bytes, field, value } from "./values.ts";

/** A body and what it claims to be; often these do not match. */
export interface Body {
  readonly type: string | undefined;
  readonly text: string;
}

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

const pairs = fc.array(fc.tuple(field, value), { maxLength: 8 });

/** With the right token, so that the form is read; its fields may come again. */
const form = fc
  .tuple(
    fc.constantFrom("", "_csrf={{csrf}}&", "_csrf={{panelCsrf}}&", "_csrf=x&"),
    pairs,
    fc.boolean(),
  )
  .map(([token, fields, isEscaped]) => {
    const write = isEscaped ? escape : (text: string) => text;
    return (
      token +
      fields.map(([key, text]) => `${write(key)}=${write(text)}`).join("&")
    );
  });

/** Forms that are right, but for what may follow them. */
const rightForm = fc
  .tuple(
    fc.constantFrom(
      "_csrf={{csrf}}&isAPIEnable=Y&exDm=43200",
      "_csrf={{csrf}}&isAPIEnable=N",
      "_csrf={{csrf}}&user_name=never_enabled&user_pass=Simulator%401",
      "_csrf={{csrf}}&old_pass=Simulator%401&new_pass=Other%4012&confirm_pass=Other%4012",
      "_csrf={{panelCsrf}}&do=advance&by=PT6H",
      "_csrf={{panelCsrf}}&do=lock&username=run_out",
      "_csrf={{panelCsrf}}&do=arm-fault&at=login&kind=error&times=1",
      "_csrf={{panelCsrf}}&do=sign-in&username=run_out",
    ),
    fc.option(fc.tuple(field, value), { nil: undefined }),
  )
  .map(([text, more]) => (more ? `${text}&${more[0]}=${more[1]}` : text));

/** Percent escapes of each byte that is no letter or digit. */
function escape(text: string): string {
  return text.replaceAll(
    /[^\w{}.-]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

/** Objects with the fields there are, and anything in them: also arrays for texts. */
const json = fc
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
const rightJson = fc
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

const nearlyJson = fc.oneof(
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

const types = fc.constantFrom(
  undefined,
  FORM,
  JSON_TYPE,
  `${JSON_TYPE}; charset=utf-16`,
  `${JSON_TYPE}; charset=nonsense`,
  `${FORM}; charset=iso-8859-1`,
  `${FORM}; charset=__proto__`,
  "application/ld+json",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "text/html; charset=",
  "/",
  "application/json, text/html",
  "\xff",
);

/** Bodies of all kinds. Those of 150 kB and more are few, as they take long. */
export const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 4, arbitrary: rightForm.map((text) => ({ type: FORM, text })) },
  {
    weight: 4,
    arbitrary: rightJson.map((text) => ({ type: JSON_TYPE, text })),
  },
  { weight: 3, arbitrary: form.map((text) => ({ type: FORM, text })) },
  { weight: 3, arbitrary: json.map((text) => ({ type: JSON_TYPE, text })) },
  {
    weight: 3,
    arbitrary: nearlyJson.map((text) => ({ type: JSON_TYPE, text })),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: types, text: fc.oneof(form, json, bytes) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: types,
      text: fc.constantFrom(
        `--x\r\nContent-Disposition: form-data; name="user_name"\r\n\r\nx\r\n--x--`,
        "x".repeat(150_000),
        "a=1&".repeat(2_000),
        `user_name=${"%ff".repeat(20_000)}`,
      ),
    }),
  },
);
