import { isAcceptablePassword, withNewPassword } from "../domain/password.ts";
import { asOne } from "./context.ts";
import type { PortalContext } from "./context.ts";
import type { Journal } from "./journal.ts";
import type { Messages } from "./messages.ts";
import type { OneTimePasswords } from "./one-time-passwords.ts";
import type { Taxpayers } from "./taxpayers.ts";

export type ResetOutcome = "changed" | "unacceptable" | "wrong-otp";

/**
 * What helps who cannot sign in. Neither way tells whether there is such a taxpayer. How the
 * real portal goes about it was not seen; the steps are a choice.
 */
export class Recovery {
  readonly #context: PortalContext;
  readonly #parts: {
    readonly taxpayers: Taxpayers;
    readonly messages: Messages;
    readonly journal: Journal;
    readonly oneTimePasswords: OneTimePasswords;
  };

  constructor(
    context: PortalContext,
    parts: {
      taxpayers: Taxpayers;
      messages: Messages;
      journal: Journal;
      oneTimePasswords: OneTimePasswords;
    },
  ) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Sends the user name to the mailbox of the taxpayer with that GSTIN. */
  async sendUsername(gstin: string): Promise<void> {
    const { taxpayers, messages } = this.#parts;
    const all = await taxpayers.list();
    const taxpayer = all.find((other) => other.gstin === gstin.toUpperCase());
    if (!taxpayer) return;
    const { username } = taxpayer;
    const text = `The user name for ${taxpayer.gstin} on the simulated GST portal is ${username}.`;
    await messages.send({ channel: "email", username, text });
  }

  /** Sends a one-time password for a new password. */
  async startReset(username: string): Promise<void> {
    const { taxpayers, oneTimePasswords } = this.#parts;
    const taxpayer = await taxpayers.find(username);
    if (taxpayer) await oneTimePasswords.send("forgot-password", taxpayer);
  }

  /** Sets a new password and unlocks the account, where the one-time password is right. */
  async finishReset(
    username: string,
    otp: string,
    password: string,
  ): Promise<ResetOutcome> {
    const { taxpayers, oneTimePasswords, journal } = this.#parts;
    if (!isAcceptablePassword(password)) return "unacceptable";
    return asOne(this.#context, username, async () => {
      if (!(await oneTimePasswords.use("forgot-password", username, otp))) {
        return "wrong-otp";
      }
      await taxpayers.change(username, (before) =>
        withNewPassword(before, password),
      );
      await journal.note("password-changed", username, "after Forgot Password");
      return "changed";
    });
  }
}
