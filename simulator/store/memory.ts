import { HitCounter } from "./hit-counter.ts";
import type { Hits, Kind, Logs, Records, Store, WorldHeader } from "./store.ts";
import { LOG_CAPACITY } from "./store.ts";

interface MemoryWorld {
  header: WorldHeader;
  readonly records: { [K in Kind]?: Map<string, Records[K]> };
  readonly logs: { [L in keyof Logs]?: Logs[L][] };
}

/** A store in this process. What is never written costs nothing, so a fresh world is small. */
export class MemoryStore implements Store {
  readonly #worlds = new Map<string, MemoryWorld>();
  readonly #hits = new HitCounter();
  readonly #agreed = new Map<string, Promise<string>>();

  openWorld(
    world: string,
    now: number,
    limit: number,
    first: () => WorldHeader,
  ): Promise<WorldHeader | undefined> {
    const known = this.#worlds.get(world);
    if (known) {
      known.header = { ...known.header, lastUsedAt: now };
      return Promise.resolve(known.header);
    }
    if (this.#worlds.size >= limit) return Promise.resolve(undefined);
    const header = first();
    this.#worlds.set(world, { header, records: {}, logs: {} });
    return Promise.resolve(header);
  }

  moveClock(
    world: string,
    move: (offset: number) => number,
  ): Promise<number | undefined> {
    const known = this.#worlds.get(world);
    if (!known) return Promise.resolve(undefined);
    const clockOffset = move(known.header.clockOffset);
    known.header = { ...known.header, clockOffset };
    return Promise.resolve(clockOffset);
  }

  resetWorld(world: string, header: WorldHeader): Promise<void> {
    this.#worlds.set(world, { header, records: {}, logs: {} });
    return Promise.resolve();
  }

  worlds(): Promise<[string, WorldHeader][]> {
    return Promise.resolve(
      [...this.#worlds].map(([id, { header }]) => [id, header]),
    );
  }

  endWorld(world: string): Promise<boolean> {
    return Promise.resolve(this.#worlds.delete(world));
  }

  endWorldsUnusedSince(instant: number): Promise<void> {
    for (const [id, { header }] of this.#worlds) {
      if (header.lastUsedAt < instant) this.#worlds.delete(id);
    }
    return Promise.resolve();
  }

  get<K extends Kind>(
    world: string,
    kind: K,
    key: string,
  ): Promise<Records[K] | undefined> {
    return Promise.resolve(this.#worlds.get(world)?.records[kind]?.get(key));
  }

  list<K extends Kind>(
    world: string,
    kind: K,
  ): Promise<[string, Records[K]][]> {
    return Promise.resolve([...(this.#worlds.get(world)?.records[kind] ?? [])]);
  }

  update<K extends Kind>(
    world: string,
    kind: K,
    key: string,
    change: (current: Records[K] | undefined) => Records[K] | undefined,
  ): Promise<Records[K] | undefined> {
    const known = this.#worlds.get(world);
    const records: Map<string, Records[K]> | undefined = known?.records[kind];
    const next = change(records?.get(key));
    if (next === undefined) records?.delete(key);
    else if (records) records.set(key, next);
    else if (known) {
      const made: { [P in Kind]?: Map<string, Records[P]> } = known.records;
      made[kind] = new Map([[key, next]]) as (typeof made)[K];
    }
    return Promise.resolve(next);
  }

  prune<K extends Kind>(
    world: string,
    kind: K,
    isDone: (record: Records[K]) => boolean,
  ): Promise<void> {
    const records = this.#worlds.get(world)?.records[kind];
    for (const [key, record] of records ?? []) {
      if (isDone(record)) records?.delete(key);
    }
    return Promise.resolve();
  }

  append<L extends keyof Logs>(
    world: string,
    log: L,
    entry: Logs[L],
  ): Promise<void> {
    const logs: { [P in L]?: Logs[P][] } | undefined =
      this.#worlds.get(world)?.logs;
    if (!logs) return Promise.resolve();
    const entries = (logs[log] ??= []);
    entries.push(entry);
    // Cut in bulk: a shift for every entry would move the whole log each time.
    if (entries.length > LOG_CAPACITY * 1.25) {
      entries.splice(0, entries.length - LOG_CAPACITY);
    }
    return Promise.resolve();
  }

  entries<L extends keyof Logs>(world: string, log: L): Promise<Logs[L][]> {
    const entries: Logs[L][] = this.#worlds.get(world)?.logs[log] ?? [];
    return Promise.resolve(entries.slice(-LOG_CAPACITY).toReversed());
  }

  clearLog<L extends keyof Logs>(
    world: string,
    log: L,
    isDone: (entry: Logs[L]) => boolean = () => true,
  ): Promise<void> {
    const logs: { [P in L]?: Logs[P][] } | undefined =
      this.#worlds.get(world)?.logs;
    if (logs?.[log]) logs[log] = logs[log].filter((entry) => !isDone(entry));
    return Promise.resolve();
  }

  together<T>(
    _world: string,
    _line: string,
    work: () => Promise<T>,
  ): Promise<T> {
    return work();
  }

  agree(name: string, first: () => Promise<string>): Promise<string> {
    const agreed = this.#agreed.get(name) ?? first();
    this.#agreed.set(name, agreed);
    return agreed;
  }

  hit(name: string, window: number): Promise<Hits> {
    return Promise.resolve(this.#hits.hit(name, window));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
