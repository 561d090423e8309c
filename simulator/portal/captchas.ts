import { randomUUID } from "node:crypto";
import { isAlive, issueCaptcha } from "../domain/captcha.ts";
import type { Captcha } from "../domain/captcha.ts";
import type { PortalContext } from "./context.ts";

/** How many may be shown before those that can no longer be answered are cleared away. */
const PRUNE_EVERY = 100;

/** The CAPTCHAs that one world's portal has shown, each with one try. */
export class Captchas {
  readonly #context: PortalContext;
  #issued = 0;

  constructor(context: PortalContext) {
    this.#context = context;
  }

  /** Shows a new one, in place of the one that `previous` names. */
  async issue(
    previous: string | undefined,
  ): Promise<{ readonly id: string; readonly captcha: Captcha }> {
    const { store, world, clock, newCaptcha } = this.#context;
    const now = clock.now();
    const id = randomUUID();
    const captcha = issueCaptcha(newCaptcha(), now);
    await store.together(world, id, async () => {
      if (previous !== undefined) await this.#take(previous);
      await store.update(world, "captcha", id, () => captcha);
    });
    if (++this.#issued % PRUNE_EVERY === 0) {
      await store.prune(world, "captcha", (other) => !isAlive(other, now));
    }
    return { id, captcha };
  }

  /** The CAPTCHA of that id, while it can be answered. */
  async find(id: string): Promise<Captcha | undefined> {
    const { store, world, clock } = this.#context;
    const captcha = await store.get(world, "captcha", id);
    return captcha && isAlive(captcha, clock.now()) ? captcha : undefined;
  }

  /** The one shown last, of those that can be answered. */
  async newest(): Promise<Captcha | undefined> {
    const { store, world, clock } = this.#context;
    const now = clock.now();
    const all = await store.list(world, "captcha");
    return all
      .map(([, captcha]) => captcha)
      .filter((captcha) => isAlive(captcha, now))
      .toSorted((a, b) => a.issuedAt - b.issuedAt)
      .at(-1);
  }

  /** Whether `typed` is what the CAPTCHA shows; that was its one try, right or wrong. */
  async answer(id: string | undefined, typed: string): Promise<boolean> {
    if (id === undefined) return false;
    const captcha = await this.#take(id);
    return (
      captcha?.answer === typed && isAlive(captcha, this.#context.clock.now())
    );
  }

  async #take(id: string): Promise<Captcha | undefined> {
    const { store, world } = this.#context;
    let taken: Captcha | undefined;
    await store.update(world, "captcha", id, (current) => {
      taken = current;
      return undefined;
    });
    return taken;
  }
}
