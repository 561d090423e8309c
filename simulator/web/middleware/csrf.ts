import { doubleCsrf } from "csrf-csrf";
import type { Request, RequestHandler, Response } from "express";
import { cookieOf } from "../cookies.ts";

const KNOWN_AT_MOST = 1_000;

/** The guard of all forms: a token in the form must match the one in a cookie. */
export interface Csrf {
  /** The token for a form, whose cookie goes out with the answer. */
  token(req: Request, res: Response): string;
  /** Lets a POST with a matching token on; calls `refuse` for any other. */
  guard(refuse: RequestHandler): RequestHandler;
}

/**
 * Tokens are signed and bound to the sign-in, not stored: a visitor who only looks at the
 * login page costs no memory. The control panel knows no sign-ins and has a cookie of its own.
 */
export function createCsrf(secret: string, cookieName = "FormToken"): Csrf {
  const signInOf = (req: Request) =>
    (req as Partial<Request>).session?.username === undefined
      ? ""
      : req.sessionID;
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: signInOf,
    getCsrfTokenFromRequest: (req) =>
      (req.body as { _csrf?: string } | undefined)?._csrf,
    cookieName,
    cookieOptions: { sameSite: "lax", httpOnly: true },
  });
  // Whose token each of the latest cookies holds: a browser that comes again has it already,
  // and to check its signature and send it once more took a twentieth of a page. Who comes by
  // HTTPS is sent it, as a cookie from before may not be Secure.
  const known = new Map<string, string>();
  return {
    token: (req, res) => {
      const held = cookieOf(req, cookieName);
      const { secure } = req;
      const isKnown = !secure && held && known.get(held) === signInOf(req);
      if (isKnown) return held;
      // Secure as the other cookies are: also behind a proxy that ends TLS.
      const cookieOptions = { secure };
      const token = generateCsrfToken(req, res, { cookieOptions });
      if (token === held) {
        if (known.size >= KNOWN_AT_MOST) known.clear();
        known.set(token, signInOf(req));
      }
      return token;
    },
    guard: (refuse) => (req, res, next) => {
      if (req.method !== "POST" || validateRequest(req)) next();
      else void refuse(req, res, next);
    },
  };
}
