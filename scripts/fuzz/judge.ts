import { fileURLToPath } from "node:url";
import type { Answer } from "./answer.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const RIBBON = "SIMULATOR – not the GST portal.";

/** What no answer may show, in words and as what gives it away. */
const LEAKS: readonly (readonly [what: string, sign: RegExp])[] = [
  ["a stack trace", /\n\s+at .+:\d+:\d+/],
  ["a file's place", /node_modules\/|file:\/\/|\.(?:ts|mjs|ejs):\d+/],
  ["a file of the machine", /root:.?:0:0:|"devDependencies"/],
  ["a private key", /PRIVATE KEY-----/],
];

/**
 * What is wrong with an answer, as a sentence; nothing where all is well.
 *
 * @param target the address that it answers, as it was sent
 * @param mayFail whether the client has armed a fault itself, so that a 5xx is what it asked for
 */
export function flawOf(
  { status, head, body }: Answer,
  target: string,
  mayFail: boolean,
): string | undefined {
  if (status >= 500 && !mayFail && !isAskedFor(status, body, target)) {
    return `It is answered ${status}: ${body.slice(0, 300)}`;
  }
  if (!(status >= 200 && status < 600)) return `There is no status: ${head}`;
  if (/^x-injected:/im.test(head)) return "A header as sent is in the answer.";
  const location = /\nlocation: *([^\r]*)/i.exec(head)?.[1];
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) {
    return `It leads away, to ${location}.`;
  }
  const leak =
    LEAKS.find(([, sign]) => sign.test(body))?.[0] ??
    (body.includes(ROOT) ? "a folder" : undefined);
  if (leak !== undefined) return `It shows ${leak}: ${body.slice(0, 2_000)}`;
  const isPage = /\ncontent-type: text\/html/i.test(head) && body !== "";
  // In JSON, which no browser reads as a page, it is but a text.
  if (isPage && /<script>fuzz|>49</.test(body)) {
    return `A page has what was sent as its own markup: ${body.slice(0, 2_000)}`;
  }
  if (isPage && !Buffer.from(body, "latin1").toString().includes(RIBBON)) {
    return `A page has no ribbon: ${body.slice(0, 300)}`;
  }
  return undefined;
}

/** What a client may bring about: too many worlds, and the portal's page of a system error. */
function isAskedFor(status: number, body: string, target: string): boolean {
  if (status === 503) return /There are \d+ worlds already/.test(body);
  // To HEAD there is no more to see of it than its address.
  const isBare = body === "" && /error\/+system/i.test(target);
  return status === 500 && (isBare || body.includes("| System error</title>"));
}

/**
 * Whether an answer of ours says no: then nothing may have changed. Node's own refusal of a
 * broken body may come behind a lever that needs no body and has been pulled by then.
 */
export function isRefusal({ status, head }: Answer): boolean {
  const isOurs = /\nx-robots-tag:/i.test(head);
  const isDenied = /\nlocation: *\/services\/error\/accessdenied/i.test(head);
  return isOurs && ((status >= 400 && status < 500) || isDenied);
}

/** Where two states part, each from there on for a while. */
export function difference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `before: …${part(before)}\nafter:  …${part(after)}`;
}
