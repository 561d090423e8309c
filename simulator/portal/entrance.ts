import { judgePassword } from "../domain/password.ts";
import type { PasswordVerdict } from "../domain/password.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import { asOne } from "./context.ts";
import type { PortalContext } from "./context.ts";
import type { Journal } from "./journal.ts";
import type { OneTimePasswords } from "./one-time-passwords.ts";
import type { ProgressRecords } from "./progress.ts";
import type {
  Admission,
  DeviceOutcome,
  SignInOutcome,
} from "./sign-in-outcome.ts";
import type { SignIns } from "./sign-ins.ts";
import type { Taxpayers } from "./taxpayers.ts";

/** How taxpayers come into one world's portal, and leave it. */
export class Entrance {
  readonly #context: PortalContext;
  readonly #taxpayers: Taxpayers;
  readonly #signIns: SignIns;
  readonly #journal: Journal;
  readonly #oneTimePasswords: OneTimePasswords;
  readonly #progress: ProgressRecords;

  constructor(
    context: PortalContext,
    parts: {
      taxpayers: Taxpayers;
      signIns: SignIns;
      journal: Journal;
      oneTimePasswords: OneTimePasswords;
      progress: ProgressRecords;
    },
  ) {
    this.#context = context;
    this.#taxpayers = parts.taxpayers;
    this.#signIns = parts.signIns;
    this.#journal = parts.journal;
    this.#oneTimePasswords = parts.oneTimePasswords;
    this.#progress = parts.progress;
  }

  /** Judges a sign-in and remembers it. */
  async signIn(username: string, password: string): Promise<SignInOutcome> {
    return asOne(this.#context, username, () =>
      this.#signIn(username, password),
    );
  }

  async #signIn(username: string, password: string): Promise<SignInOutcome> {
    let verdict = "wrong" as PasswordVerdict;
    const taxpayer = await this.#taxpayers.change(username, (before) => {
      const judged = judgePassword(before, password);
      verdict = judged.verdict;
      return judged.taxpayer;
    });
    if (!taxpayer) return this.#refuse("wrong", undefined, "unknown user name");
    if (verdict !== "right" && verdict !== "password-expired") {
      return this.#refuse(verdict, taxpayer.username, verdict);
    }
    if (taxpayer.newDevice && this.#context.edition.login.deviceCheck) {
      await this.#oneTimePasswords.send("new-device", taxpayer);
      return { verdict: "new-device" };
    }
    return this.#admit(taxpayer);
  }

  /**
   * The second step, on a new device. A wrong one-time password ends the sign-in, as the
   * portal then leads back to the login page (facts: portal §3.4); that every sign-in of a
   * taxpayer so set is one with a new device is a choice.
   */
  async confirmDevice(username: string, otp: string): Promise<DeviceOutcome> {
    return asOne(this.#context, username, () =>
      this.#confirmDevice(username, otp),
    );
  }

  async #confirmDevice(username: string, otp: string): Promise<DeviceOutcome> {
    const taxpayer = await this.#taxpayers.find(username);
    if (!taxpayer) return this.#refuse("wrong", undefined, "unknown user name");
    if (await this.#oneTimePasswords.use("new-device", username, otp)) {
      return this.#admit(taxpayer);
    }
    await this.#oneTimePasswords.void("new-device", username);
    return this.#refuse("wrong-otp", taxpayer.username, "wrong OTP");
  }

  /** Signs a taxpayer in and asks for nothing; `undefined` where there is none. */
  async signInAs(username: string): Promise<Admission | undefined> {
    const now = this.#context.clock.now();
    let previousLoginAt: number | undefined;
    const taxpayer = await this.#taxpayers.change(username, (before) => {
      previousLoginAt = before.lastLoginAt;
      return { ...before, lastLoginAt: now };
    });
    if (!taxpayer) return undefined;
    const verdict = taxpayer.passwordExpired ? "password-expired" : "right";
    return { verdict, taxpayer, previousLoginAt };
  }

  /** Writes down that a taxpayer's sign-in has ended, and how. */
  async signedOut(
    username: string,
    how: "logout" | "session-expired",
  ): Promise<void> {
    await this.#journal.note(how, username);
  }

  async #admit({
    username,
    sessionCap,
  }: Taxpayer): Promise<
    Admission | { readonly verdict: "wrong" | "sessions-full" }
  > {
    const { cap } = this.#context.edition.session;
    if (
      cap !== undefined &&
      (await this.#signIns.isFull(username, sessionCap ?? cap))
    ) {
      const detail = "as many browsers as may be are signed in";
      return this.#refuse("sessions-full", username, detail);
    }
    const admission = await this.signInAs(username);
    if (!admission)
      return this.#refuse("wrong", undefined, "unknown user name");
    await this.#journal.note("login", username);
    await this.#progress.reached(username, 1);
    return admission;
  }

  async #refuse<V extends string>(
    verdict: V,
    username: string | undefined,
    detail: string,
  ): Promise<{ readonly verdict: V }> {
    await this.#journal.note("login-failed", username, detail);
    return { verdict };
  }
}
