import { isIdle } from "../domain/sign-in.ts";
import type { PortalContext } from "./context.ts";

/** How many sign-ins may be written before those that nobody uses any more are cleared away. */
const PRUNE_EVERY = 500;

/**
 * The browsers that are signed in to one world. The idle time-out runs on the world's
 * clock, so moving the clock ends a sign-in as waiting would.
 */
export class SignIns {
  readonly #context: PortalContext;
  #writes = 0;

  constructor(context: PortalContext) {
    this.#context = context;
  }

  /** The data of a sign-in, which counts as seen now; `undefined` if unknown or idle too long. */
  async read(id: string): Promise<string | undefined> {
    const { store, world, clock } = this.#context;
    const now = clock.now();
    const signIn = await store.update(world, "signIn", id, (current) =>
      current && !isIdle(current.lastSeenAt, now)
        ? { ...current, lastSeenAt: now }
        : undefined,
    );
    return signIn?.data;
  }

  async write(id: string, data: string): Promise<void> {
    const { store, world, clock } = this.#context;
    const now = clock.now();
    await store.update(world, "signIn", id, () => ({ data, lastSeenAt: now }));
    if (++this.#writes % PRUNE_EVERY === 0) {
      await store.prune(world, "signIn", (signIn) =>
        isIdle(signIn.lastSeenAt, now),
      );
    }
  }

  async end(id: string): Promise<void> {
    const { store, world } = this.#context;
    await store.update(world, "signIn", id, () => undefined);
  }
}
