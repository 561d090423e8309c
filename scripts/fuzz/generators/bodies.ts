import fc from "fast-check";
import { form, rightForm } from "./forms.ts";
import { json, nearlyJson, rightJson } from "./json.ts";
import { bytes } from "./values.ts";

/** A body and what it claims to be; often these do not match. */
export interface Body {
  readonly type: string | undefined;
  readonly text: string;
}

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

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
