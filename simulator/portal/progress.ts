import { withStep } from "../domain/progress.ts";
import type { Progress } from "../domain/progress.ts";
import type { PortalContext } from "./context.ts";

/** How far the taxpayers of one world have come in the guide's six steps. */
export class ProgressRecords {
  readonly #context: PortalContext;

  constructor(context: PortalContext) {
    this.#context = context;
  }

  /** Notes that a taxpayer is at a step, 1 to 6; who was there before has nothing to note. */
  async reached(username: string, step: number): Promise<void> {
    const { store, world, clock } = this.#context;
    const key = username.toLowerCase();
    const known = await store.get(world, "progress", key);
    if (known && known.reachedAt.length >= step) return;
    const now = clock.now();
    await store.update(world, "progress", key, (current) =>
      withStep(current, step, now),
    );
  }

  /** By user name in lower case; who never signed in is not there. */
  async all(): Promise<ReadonlyMap<string, Progress>> {
    const { store, world } = this.#context;
    return new Map(await store.list(world, "progress"));
  }

  async forget(username: string): Promise<void> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    await store.update(world, "progress", key, () => undefined);
  }
}
