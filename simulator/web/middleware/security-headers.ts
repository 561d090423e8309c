import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * The headers of every answer. Nothing inline runs or styles; the page may be framed only by
 * itself, as the portal's may (facts: portal §7); no search engine keeps it.
 */
export function securityHeaders(): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
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
      },
    },
    // Over plain HTTP the header means nothing; see --https.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
  });
  return (req, res, next) => {
    res.setHeader("X-Robots-Tag", "noindex");
    res.setHeader("Cache-Control", "no-store");
    protect(req, res, next);
  };
}
