import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { isOnPortal } from "../addresses.ts";

/**
 * The headers of every answer. Nothing inline runs or styles; the page may be framed only by
 * itself, as the portal's may (facts: portal §7); no search engine keeps it.
 */
export function securityHeaders({ https }: { https: boolean }): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'self'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        // By HTTPS the portal's other hosts are served too, and buttons lead there.
        formAction: ["'self'", ...(https ? ["https://*.gst.gov.in"] : [])],
        frameAncestors: ["'self'"],
        imgSrc: ["'self'", "data:"],
        mediaSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: {
      policy: https ? "strict-origin-when-cross-origin" : "same-origin",
    },
  });
  const headers = new Map([
    ["X-Robots-Tag", "noindex"],
    ["Cache-Control", "no-store"],
    ...headersOf(protect),
  ]);
  return (req, res, next) => {
    res.setHeaders(headers);
    // Only under the portal's names, which have it anyway: on localhost it would make a
    // browser refuse every other program there that speaks plain HTTP.
    if (isOnPortal(req)) {
      res.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    next();
  };
}

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

/** What helmet sets. It is the same for every answer, so that it is asked only once. */
function headersOf(protect: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = [];
  const recorder = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  protect(
    {} as IncomingMessage,
    recorder as unknown as ServerResponse,
    () => undefined,
  );
  return headers;
}
