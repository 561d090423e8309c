import type { PasswordVerdict } from "../domain/password.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";

/** A sign-in that has gone through. */
export interface Admission {
  readonly verdict: "right" | "password-expired";
  readonly taxpayer: Taxpayer;
  /** The sign-in before this one, in epoch milliseconds. */
  readonly previousLoginAt: number | undefined;
}

/** How a sign-in ended. An unknown user is answered as a wrong password is. */
export type SignInOutcome =
  | Admission
  | {
      readonly verdict:
        | Exclude<PasswordVerdict, Admission["verdict"]>
        /** The password was right; a one-time password has been sent and is asked for. */
        | "new-device"
        /** As many browsers are signed in as may be. */
        | "sessions-full";
    };

/** How the second step of a sign-in with a new device ended. */
export type DeviceOutcome =
  Admission | { readonly verdict: "wrong-otp" | "wrong" | "sessions-full" };
