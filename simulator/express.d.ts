import type { SignInCode } from "./domain/faults.ts";
import type { Taxpayer } from "./domain/taxpayer.ts";
import type { World } from "./worlds.ts";

declare global {
  namespace Express {
    interface Request {
      /** The world that the request belongs to; there from the first middleware on. */
      world: World;
      /** The taxpayer who is signed in; sure to be there only behind `signedIn`. */
      taxpayer: Taxpayer;
      /** The armed fault that refuses this sign-in, where there is one. */
      signInFault?: SignInCode;
    }
  }
}

declare module "express-session" {
  interface SessionData {
    /** Whether it came from the store, and is not one that begins with this request. */
    isKnown?: boolean;
    username: string;
    /** The sign-in before this one, in epoch milliseconds. */
    previousLoginAt: number;
    /** Who has given the right password, and the one-time password not yet. */
    awaitingOtp: string;
    /** Whose password is being set anew. */
    resetting: string;
    /** The password has expired: nothing but changing it is open. */
    mustChangePassword: boolean;
    /** A text to show once, on the next page that has room for it. */
    flash: string;
  }
}
