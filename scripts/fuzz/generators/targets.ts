import fc from "fast-check";
import type { Route } from "../routes.ts";
import { bytes, field, name, value } from "./values.ts";

/** What a request asks for, and mostly by a method that is taken there. */
export interface Aim {
  readonly method: string;
  readonly target: string;
}

/** Requests for the addresses there are, written straight and crooked, with a query. */
export function aims(routes: readonly Route[]): fc.Arbitrary<Aim> {
  const aim = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom(...routes).chain(({ path, methods }) =>
        fc.record({
          method: methods.length > 0 ? mostly(methods) : anyMethod,
          target: name.map((part) =>
            path.replaceAll(/:\w+/g, escapeSpaces(part)),
          ),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        method: anyMethod,
        target: bytes.map((text) => `/${escapeSpaces(text)}`),
      }),
    },
  );
  const writing = fc.oneof(
    { weight: 5, arbitrary: fc.constant(straight) },
    { weight: 1, arbitrary: fc.constantFrom(...CROOKED) },
  );
  const search = fc.oneof(
    { weight: 4, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: query },
  );
  return fc
    .tuple(aim, writing, search)
    .map(([{ method, target }, write, rest]) => ({
      method,
      target: write(target) + rest,
    }));
}

const anyMethod = fc.constantFrom(
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "QUERY",
  "get",
  "FOO",
);

function mostly(methods: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...methods) },
    { weight: 1, arbitrary: anyMethod },
  );
}

const straight = (path: string): string => path;
const CROOKED: readonly ((path: string) => string)[] = [
  (path) => path.toUpperCase(),
  (path) => path.replaceAll("/", "//"),
  (path) => path.replaceAll("/", "%2f"),
  (path) => path.replaceAll("/", "\\"),
  (path) => `${path}/`,
  (path) => `${path}/..`,
  (path) => `${path}/../../../../etc/passwd`,
  (path) => `${path}/%2e%2e/%2e%2e/%2e%2e/package.json`,
  (path) => `${path}/..%2f..%2f..%2fpackage.json`,
  (path) => `${path}/..%5c..%5cpackage.json`,
  (path) => `/services/..${path}`,
  (path) => `/./${path}`,
  (path) => `${path};jsessionid=1`,
  (path) => `${path}%00.css`,
  (path) => `${path}%`,
  (path) => `${path}%ff`,
  (path) => `${path}#part`,
  (path) => `${path}/${"a/".repeat(400)}`,
  (path) => `/worlds/elsewhere${path}`,
  (path) => `/worlds/%2e%2e${path}`,
  (path) => `/worlds/${"w".repeat(65)}${path}`,
  (path) => `//elsewhere.example${path}`,
  (path) => `/\\elsewhere.example${path}`,
  (path) => `http://elsewhere.example${path}`,
  (path) => path.slice(1),
  () => "*",
  () => "/",
];

/** One that has fields, repeated ones too, or is no query at all. */
const query = fc.oneof(
  fc
    .array(fc.tuple(field, value), { minLength: 1, maxLength: 4 })
    .map((pairs) => `?${pairs.map(asPair).join("&")}`),
  bytes.map((text) => `?${escapeSpaces(text)}`),
  fc.constantFrom("?", "??&&==", `?${"a=1&".repeat(1_500)}`, "?%", "?a=%ff"),
);

function asPair([key, text]: readonly [string, string]): string {
  return `${escapeSpaces(key)}=${escapeSpaces(text)}`;
}

/** A blank or a line's end would be the end of the target. */
function escapeSpaces(text: string): string {
  return text.replaceAll(
    /[\s&]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
