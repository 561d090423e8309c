import { doubleCsrf } from "csrf-csrf";
import type { Request, RequestHandler, Response } from "express";

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
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (req) =>
      (req as Partial<typeof req>).session?.username === undefined
        ? ""
        : req.sessionID,
    getCsrfTokenFromRequest: (req) =>
      (req.body as { _csrf?: string } | undefined)?._csrf,
    cookieName,
    cookieOptions: { sameSite: "lax", httpOnly: true },
  });
  return {
    // Secure as the other cookies are: also behind a proxy that ends TLS.
    token: (req, res) =>
      generateCsrfToken(req, res, { cookieOptions: { secure: req.secure } }),
    guard: (refuse) => (req, res, next) => {
      if (req.method !== "POST" || validateRequest(req)) next();
      else void refuse(req, res, next);
    },
  };
}
