import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import type { HelmetOptions } from "helmet";
import { isOnPortal } from "../addresses.ts";

/**
 * The headers of every answer. Nothing inline runs or styles; the page may be framed only by
 * itself, as the portal's may (facts: portal §7); no search engine keeps it.
 */
export function securityHeaders(): RequestHandler {
  const [here, onPortal] = [headersOf(HERE), headersOf(ON_PORTAL)];
  return (req, res, next) => {
    res.setHeaders(isOnPortal(req) ? onPortal : here);
    next();
  };
}

const DIRECTIVES = {
  defaultSrc: ["'none'"],
  baseUri: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
  imgSrc: ["'self'", "data:"],
  mediaSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
};

const HERE: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
  // On localhost it would make a browser refuse all that speaks plain HTTP there.
  strictTransportSecurity: false,
  referrerPolicy: { policy: "same-origin" },
};

/** For a browser that believes to be on the portal: buttons lead to its other hosts too. */
const ON_PORTAL: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      ...DIRECTIVES,
      formAction: ["'self'", "https://*.gst.gov.in"],
    },
  },
  strictTransportSecurity: { includeSubDomains: false },
  referrerPolicy: { policy: "strict-origin-when-cross-origin" },
};

/**
 * Lets a page carry exactly these event handlers. Without it the attribute alone would make
 * the browser report a violation.
 */
export function allowHandlers(
  res: Response,
  handlers: readonly string[],
): void {
  const policy = res.getHeader("Content-Security-Policy");
  if (handlers.length === 0 || typeof policy !== "string") return;
  const hashes = handlers.map(
    (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  const sources = ["script-src 'self' 'unsafe-hashes'", ...hashes].join(" ");
  res.setHeader(
    "Content-Security-Policy",
    policy.replace("script-src 'self'", sources),
  );
}

/** What helmet sets, and ours. It is the same each time, so that helmet is asked only once. */
function headersOf(options: HelmetOptions): Map<string, string> {
  const headers = new Map([
    ["X-Robots-Tag", "noindex"],
    ["Cache-Control", "no-store"],
  ]);
  const recorder = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: () => undefined,
  };
  helmet(options)(
    {} as IncomingMessage,
    recorder as unknown as ServerResponse,
    () => undefined,
  );
  return headers;
}
