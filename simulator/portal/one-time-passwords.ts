import { isRight, sendAt } from "../domain/one-time-password.ts";
import type { OtpPurpose } from "../domain/one-time-password.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import { asOne } from "./context.ts";
import type { PortalContext } from "./context.ts";
import type { Journal } from "./journal.ts";
import type { Messages } from "./messages.ts";

/** The one-time passwords of one world's portal; a new one voids the one before. */
export class OneTimePasswords {
  readonly #context: PortalContext;
  readonly #messages: Messages;
  readonly #journal: Journal;

  constructor(
    context: PortalContext,
    parts: { messages: Messages; journal: Journal },
  ) {
    this.#context = context;
    this.#messages = parts.messages;
    this.#journal = parts.journal;
  }

  /** Sends one to the taxpayer's phone and mailbox. */
  async send(purpose: OtpPurpose, taxpayer: Taxpayer): Promise<void> {
    const { store, world, clock, newOtp } = this.#context;
    const { username } = taxpayer;
    const otp = newOtp();
    const key = keyOf(purpose, username);
    const text = `${otp} is the One-Time Password for ${REASONS[purpose]} on the simulated GST portal.`;
    await asOne(this.#context, username, async () => {
      await store.update(world, "oneTimePassword", key, () =>
        sendAt(clock.now(), otp),
      );
      await this.#messages.send({ channel: "sms", username, text, otp });
      await this.#messages.send({ channel: "email", username, text, otp });
      await this.#journal.note("otp-requested", username, `for ${purpose}`);
    });
  }

  /** Whether `typed` is right; the right one is used up, a wrong one is not counted. */
  async use(
    purpose: OtpPurpose,
    username: string,
    typed: string,
  ): Promise<boolean> {
    const { store, world, clock } = this.#context;
    const now = clock.now();
    let right = false;
    const key = keyOf(purpose, username);
    await store.update(world, "oneTimePassword", key, (sent) => {
      right = isRight(sent, typed, now);
      return right ? undefined : sent;
    });
    return right;
  }

  /** Voids one that has been sent. */
  async void(purpose: OtpPurpose, username: string): Promise<void> {
    const { store, world } = this.#context;
    const key = keyOf(purpose, username);
    await store.update(world, "oneTimePassword", key, () => undefined);
  }
}

const REASONS: Readonly<Record<OtpPurpose, string>> = {
  "new-device": "a sign-in with a new device",
  "forgot-password": "a new password",
};

function keyOf(purpose: OtpPurpose, username: string): string {
  return `${purpose}:${username.toLowerCase()}`;
}
