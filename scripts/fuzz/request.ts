import { METHODS } from "node:http";

/**
 * A request as nobody should send it. All texts are bytes, a character each, and may hold
 * the names of `Guise`, such as `{{signedIn}}`, which are filled in when it is sent: so a
 * failing request can be printed, and sent again.
 */
export interface Hostile {
  readonly method: string;
  /** What stands between method and version: mostly a path. */
  readonly target: string;
  readonly version: "1.1" | "1.0";
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly framing: Framing;
}

/** How the length of a body is told. All but `right` and `chunked` are wrong. */
export const FRAMINGS = [
  "right",
  "chunked",
  "short",
  "long",
  "negative",
  "twice",
  "both",
  "bad-chunk",
] as const;
export type Framing = (typeof FRAMINGS)[number];

/** Whether a request is whole, so that an answer is owed for it and not only an end. */
export function isWhole(request: Hostile): boolean {
  const { method, target, version, headers, framing } = request;
  const isFramed = framing === "right" || framing === "chunked";
  const text = headers.map((header) => header.join("")).join("");
  const isKnown = METHODS.includes(method) && method !== "CONNECT";
  // What Node's parser refuses by itself, it may refuse by closing.
  const isParsed =
    /^[!-~]+$/.test(target) &&
    text.length < 10_000 &&
    /^[^\p{Cc}]*$/u.test(text);
  return isFramed && isParsed && version === "1.1" && isKnown;
}

/** What a request puts on the wire. `fill` puts the real values in place of the names. */
export function bytesOf(
  { method, target, version, headers, body, framing }: Hostile,
  fill: (text: string) => string,
): Buffer {
  const sent = fill(body);
  const lines = [
    `${method} ${fill(target)} HTTP/${version}`,
    ...headers.map(([name, value]) => `${name}: ${fill(value)}`),
    ...framed(framing, sent.length, body === "" && method === "GET"),
  ];
  const isChunked = ["chunked", "both", "bad-chunk"].includes(framing);
  const size = framing === "bad-chunk" ? "zz" : sent.length.toString(16);
  const chunk = sent === "" ? "" : `${size}\r\n${sent}\r\n`;
  return Buffer.from(
    `${lines.join("\r\n")}\r\n\r\n${isChunked ? `${chunk}0\r\n\r\n` : sent}`,
    "latin1",
  );
}

/** The headers that tell a body's length; a GET that has none tells nothing. */
function framed(framing: Framing, length: number, isBare: boolean): string[] {
  const chunked = "Transfer-Encoding: chunked";
  const sized = (size: number) => `Content-Length: ${size}`;
  const headers: Record<Framing, string[]> = {
    right: isBare ? [] : [sized(length)],
    chunked: [chunked],
    "bad-chunk": [chunked],
    short: [sized(Math.floor(length / 2))],
    long: [sized(length + 7)],
    negative: [sized(-1)],
    twice: [sized(length), sized(1)],
    both: [sized(length), chunked],
  };
  return headers[framing];
}
