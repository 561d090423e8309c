import { isIdle } from "../domain/sign-in.ts";
import type { SignIn } from "../domain/sign-in.ts";
import type { PortalContext } from "./context.ts";
import type { Journal } from "./journal.ts";

/** How many sign-ins may be written before those that nobody uses any more are cleared away. */
const PRUNE_EVERY = 500;

/**
 * The browsers that are signed in to one world. The idle time-out runs on the world's
 * clock, so moving the clock ends a sign-in as waiting would.
 */
export class SignIns {
  readonly #context: PortalContext;
  readonly #journal: Journal;
  #writes = 0;

  constructor(context: PortalContext, journal: Journal) {
    this.#context = context;
    this.#journal = journal;
  }

  /**
   * The data of a sign-in, which counts as seen now; `undefined` if unknown or idle too long.
   * One that was idle too long is over with this, and journaled.
   */
  async read(id: string): Promise<object | undefined> {
    const { store, world, clock } = this.#context;
    const now = clock.now();
    return store.together(world, id, async () => {
      let idle: SignIn | undefined;
      const signIn = await store.update(world, "signIn", id, (current) => {
        idle = current && isIdle(current.lastSeenAt, now) ? current : undefined;
        return current && !idle ? { ...current, lastSeenAt: now } : undefined;
      });
      if (idle?.username !== undefined) {
        await this.#journal.note("session-expired", idle.username, "idle");
      }
      return signIn?.session;
    });
  }

  /**
   * `username` is whose sign-in it is, where it is one yet. One that was read before
   * (`isKnown`) and has ended since stays ended: a request that was under way at the sign-out
   * does not bring it back.
   */
  async write(
    id: string,
    session: object,
    {
      username,
      isKnown,
    }: { username?: string | undefined; isKnown?: boolean | undefined },
  ): Promise<void> {
    const { store, world, clock } = this.#context;
    const now = clock.now();
    await store.together(world, id, async () => {
      const written = await store.update(world, "signIn", id, (current) =>
        isKnown && !current
          ? undefined
          : {
              session,
              lastSeenAt: now,
              ...(username !== undefined && { username }),
            },
      );
      if (written && username !== undefined && this.#isCounted) {
        await store.update(world, "signInsOf", username.toLowerCase(), (ids) =>
          ids?.includes(id) ? ids : [...(ids ?? []), id],
        );
      }
    });
    if (++this.#writes % PRUNE_EVERY === 0) {
      await store.prune(world, "signIn", (signIn) =>
        isIdle(signIn.lastSeenAt, now),
      );
    }
  }

  /** Whether a taxpayer has `cap` live sign-ins or more. Those that have ended are forgotten. */
  async isFull(username: string, cap: number): Promise<boolean> {
    const { store, world, clock } = this.#context;
    const key = username.toLowerCase();
    const ids = (await store.get(world, "signInsOf", key)) ?? [];
    if (ids.length < cap) return false;
    const now = clock.now();
    const signIns = await Promise.all(
      ids.map(async (id) => store.get(world, "signIn", id)),
    );
    const ended = new Set(
      ids.filter((_, index) => {
        const signIn = signIns[index];
        return !signIn || isIdle(signIn.lastSeenAt, now);
      }),
    );
    const live = await store.update(world, "signInsOf", key, (current) =>
      current?.filter((id) => !ended.has(id)),
    );
    return (live ?? []).length >= cap;
  }

  /** Only where sign-ins have a limit is it worth knowing whose they are. */
  get #isCounted(): boolean {
    return this.#context.edition.session.cap !== undefined;
  }

  async end(id: string): Promise<void> {
    const { store, world } = this.#context;
    await store.update(world, "signIn", id, () => undefined);
  }

  /** Ends all sign-ins of a taxpayer. */
  async endAllOf(username: string): Promise<void> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    await store.prune(
      world,
      "signIn",
      (signIn) => signIn.username?.toLowerCase() === key,
    );
    await store.update(world, "signInsOf", key, () => undefined);
  }
}
