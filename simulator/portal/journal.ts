import type { JournalEvent, JournalKind } from "../domain/journal.ts";
import type { PortalContext } from "./context.ts";

/** What one world has seen happen. */
export class Journal {
  readonly #context: PortalContext;

  constructor(context: PortalContext) {
    this.#context = context;
  }

  /** Writes an event down, at the world's now. `detail` must hold no secret. */
  async note(kind: JournalKind, username?: string, detail = ""): Promise<void> {
    const { store, world, clock } = this.#context;
    await store.append(world, "journal", {
      at: clock.now(),
      kind,
      ...(username !== undefined && { username }),
      detail,
    });
  }

  /** The events, newest first. */
  async events(): Promise<JournalEvent[]> {
    const { store, world } = this.#context;
    return store.entries(world, "journal");
  }

  /** Forgets the events that `isDone` says so of, or all. */
  async clear(isDone?: (event: JournalEvent) => boolean): Promise<void> {
    const { store, world } = this.#context;
    await store.clearLog(world, "journal", isDone);
  }
}
