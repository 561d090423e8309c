import type { Hits } from "./store.ts";

/** When counts whose window is over are cleared away: at so many. */
const PRUNE_AT = 1_000;

/** Counts by name, each within a window of its own. */
export class HitCounter {
  readonly #counts = new Map<string, { count: number; endsAt: number }>();

  /** See `Store.hit`. */
  hit(name: string, window: number): Hits {
    const now = performance.now();
    let entry = this.#counts.get(name);
    if (!entry || entry.endsAt <= now) {
      if (this.#counts.size >= PRUNE_AT) this.#prune(now);
      entry = { count: 0, endsAt: now + window };
      this.#counts.set(name, entry);
    }
    entry.count++;
    return { count: entry.count, endsIn: entry.endsAt - now };
  }

  #prune(now: number): void {
    for (const [name, { endsAt }] of this.#counts) {
      if (endsAt <= now) this.#counts.delete(name);
    }
  }
}
