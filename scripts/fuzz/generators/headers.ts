import fc from "fast-check";
import { INJECTED, MARKUP, bytes } from "./values.ts";

type Header = readonly [name: string, value: string];

/** Who the browser claims to be: signed in, nobody, or somebody with forged papers. */
const cookies = fc.constantFrom(
  "{{signedIn}}",
  "{{signedIn}}",
  "{{signedIn}}",
  "{{panel}}",
  "{{replayed}}",
  "{{elsewhere}}",
  "AuthToken=s%3Aforged.signature",
  "AuthToken=s%3A; FormToken=x",
  "AuthToken=j%3A%7B%22a%22%3A1%7D; SimulatorWorld=j%3A%7B%7D",
  "{{signedIn}}; AuthToken=s%3Aforged; FormToken=forged",
  "AuthToken=%ff; FormToken=%E0%A4%A; Lang=%00",
  "__proto__=1; constructor=2; SimulatorWorld=__proto__",
  "SimulatorWorld=..; CaptchaCookie=../..",
  `UserName=${MARKUP}`,
  "=;;;==; ,",
  `AuthToken=${"a".repeat(6_000)}`,
  `AuthToken=${"a".repeat(20_000)}`,
);

/** Names of a world; most requests stay in the round's own. */
const worlds = fc.oneof(
  { weight: 14, arbitrary: fc.constant("{{world}}") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "elsewhere",
      "default",
      "__proto__",
      "constructor",
      "..",
      "a b",
      "",
      "w".repeat(65),
      "{{world}}, elsewhere",
      "\xff",
    ),
  },
);

const hosts = fc.oneof(
  { weight: 12, arbitrary: fc.constant("127.0.0.1") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "services.gst.gov.in",
      "elsewhere.example",
      "",
      "[::1",
      "a:b:c",
      `x${MARKUP}`,
      "\xff",
      "h".repeat(5_000),
    ),
  },
);

const further: fc.Arbitrary<Header> = fc.oneof(
  fc.tuple(
    fc.constant("Accept"),
    fc.constantFrom("text/html", "application/json", "*/*;q=x", ",,,", "\xff"),
  ),
  fc.tuple(
    fc.constantFrom("Origin", "Referer"),
    fc.constantFrom("http://elsewhere.example", "null", "://", MARKUP),
  ),
  fc.tuple(
    fc.constant("Sec-Fetch-Site"),
    fc.constantFrom("cross-site", "same-origin", "none", "?"),
  ),
  fc.tuple(fc.constant("Sec-Fetch-Dest"), fc.constantFrom("document", "")),
  fc.tuple(
    fc.constantFrom(
      "X-Forwarded-For",
      "X-Forwarded-Proto",
      "X-Forwarded-Host",
      "X-Forwarded-Port",
    ),
    fc.constantFrom("https", "1.2.3.4", "::1, x", "", "\xff", ",", MARKUP),
  ),
  fc.tuple(
    fc.constant("Content-Encoding"),
    fc.constantFrom("gzip", "br", "deflate", "identity", "nonsense", ""),
  ),
  fc.tuple(
    fc.constant("Range"),
    fc.constantFrom("bytes=0-0", "bytes=9-1", "bytes=-", "bytes=0-,0-,0-"),
  ),
  fc.tuple(
    fc.constantFrom("If-None-Match", "If-Modified-Since", "If-Match"),
    fc.constantFrom("*", "W/", "Thu", "\xff"),
  ),
  fc.tuple(
    fc.constant("Authorization"),
    fc.constantFrom("Bearer x", "Bearer", "Basic \xff", "Bearer {{csrf}}"),
  ),
  fc.tuple(
    fc.constantFrom("X-HTTP-Method-Override", "Upgrade", "TE", "Trailer"),
    fc.constantFrom("DELETE", "websocket", "h2c", "trailers"),
  ),
  fc.tuple(
    fc.constantFrom("Expect"),
    fc.constantFrom("100-continue", "nonsense"),
  ),
  fc.tuple(
    fc.constantFrom(
      "clientid",
      "client-secret",
      "state-cd",
      "username",
      "auth-token",
      "gstin",
      "ip-usr",
      "txn",
    ),
    fc.oneof(bytes.map(inHeader), fc.constantFrom("29", "x", "never_enabled")),
  ),
  fc.tuple(fc.constant("X-Large"), fc.constantFrom("a".repeat(20_000))),
  fc.tuple(fc.constant("X-Odd"), bytes.map(inHeader)),
  // An end of a line within: whoever lets it through has the next header forged.
  fc.tuple(fc.constant("X-Split"), fc.constant(`x${INJECTED}`)),
);

/** A header's own end is not in it; what else is not allowed there stays. */
function inHeader(text: string): string {
  return text.replaceAll(/[\r\n]/g, " ");
}

/** The headers of a request but for those about its body. */
export const headers: fc.Arbitrary<Header[]> = fc
  .tuple(
    hosts,
    worlds,
    fc.option(cookies, { nil: undefined }),
    fc.array(further, { maxLength: 3 }),
  )
  .map(([host, world, cookie, rest]) => [
    ["Host", host],
    ["X-Simulator-World", world],
    ...(cookie === undefined ? [] : [["Cookie", cookie] as const]),
    ...rest,
  ]);
