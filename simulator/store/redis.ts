import { AsyncLocalStorage } from "node:async_hooks";
import { Lines } from "./lines.ts";
import { RedisChanges } from "./redis-changes.ts";
import { RedisHeaders } from "./redis-headers.ts";
import { RedisLink } from "./redis-link.ts";
import type { RedisLinkParts } from "./redis-link.ts";
import * as scripts from "./redis-scripts.ts";
import type { Hits, Kind, Logs, Records, Store, WorldHeader } from "./store.ts";

const PREFIX = "gst-portal-simulator:";
/** A hash of headers by world; `lastUsedAt` stands in `USED` alone, a set sorted by it. */
const WORLDS = `${PREFIX}worlds`;
const USED = `${PREFIX}used`;
/** A hash of what all instances agree on. */
const AGREED = `${PREFIX}agreed`;
const WORLD = `${PREFIX}world:`;

const KINDS = Object.keys({
  taxpayer: true,
  signIn: true,
  faults: true,
  signInsOf: true,
  captcha: true,
  oneTimePassword: true,
  apiLogins: true,
  progress: true,
  journal: true,
  messages: true,
} satisfies Record<Kind | keyof Logs, true>);
/** What a world has besides its header; the scripts want its scenario first. */
const PARTS = ["scenario", ...KINDS];

/**
 * A text for a scenario of the world's own, a hash of records by key for each kind of record,
 * a list for each log, newest first.
 */
function keyOf(world: string, part: string): string {
  return `${WORLD}${world}:${part}`;
}

function keysOf(world: string): string[] {
  return [WORLDS, USED, ...PARTS.map((part) => keyOf(world, part))];
}

/**
 * A store in Redis or Valkey, which several instances share. Each record and each entry is
 * JSON. Every method rejects with `StoreUnavailable` where Redis cannot be reached. One verb of
 * the store after the other is what makes this file long.
 */
export class RedisStore implements Store {
  readonly #link: RedisLink;
  readonly #headers: RedisHeaders;
  /** What was agreed on, to be put back where Redis comes back without it. */
  readonly #agreed: Map<string, string>;
  /** Changes to the same things queue here, so that an instance does not race itself. */
  readonly #lines = new Lines();
  /** What `together` has gathered up to where the program is. */
  readonly #gathered = new AsyncLocalStorage<RedisChanges>();

  private constructor(link: RedisLink, agreed: Map<string, string>) {
    this.#link = link;
    this.#headers = new RedisHeaders(async (world) =>
      link.read("GET", keyOf(world, "scenario")),
    );
    this.#agreed = agreed;
  }

  /** Connects; rejects with `StoreUnavailable` where that fails. */
  static async open(
    url: string,
    report: RedisLinkParts["report"],
  ): Promise<RedisStore> {
    const agreed = new Map<string, string>();
    const ready = async (link: RedisLink) => {
      await Promise.all(
        [...agreed].map((pair) => link.run(scripts.agree, "", [AGREED], pair)),
      );
    };
    const link = await RedisLink.open({ url, ready, report });
    return new RedisStore(link, agreed);
  }

  async openWorld(
    world: string,
    now: number,
    limit: number,
    first: () => WorldHeader,
  ): Promise<WorldHeader | undefined> {
    const { text, json } = this.#headers.asKept(first());
    const kept = await this.#link.run(
      scripts.openWorld,
      world,
      [WORLDS, USED, keyOf(world, "scenario")],
      [now, limit, text, json],
    );
    if (kept === null) return undefined;
    const header = await this.#whole(world, kept, now);
    // One that has ended meanwhile begins anew.
    return header ?? this.openWorld(world, now, limit, first);
  }

  async moveClock(
    world: string,
    move: (offset: number) => number,
  ): Promise<number | undefined> {
    let moved: number | undefined;
    await this.#change(world, WORLDS, world, (text) => {
      moved = undefined;
      if (text === "") return "";
      const kept = parse(text) as Pick<WorldHeader, "clockOffset">;
      moved = move(kept.clockOffset);
      return JSON.stringify({ ...kept, clockOffset: moved });
    });
    return moved;
  }

  async resetWorld(world: string, header: WorldHeader): Promise<void> {
    const { text, json } = this.#headers.asKept(header);
    const args = [header.lastUsedAt, text, json];
    await this.#link.run(scripts.resetWorld, world, keysOf(world), args);
  }

  async worlds(): Promise<[string, WorldHeader][]> {
    const reply = await this.#link.run(scripts.listWorlds, "", [WORLDS, USED]);
    const [headers, used] = reply as [string[], string[]];
    const lastUsedAt = new Map(pairsOf(used));
    const worlds = await Promise.all(
      pairsOf(headers).map(async ([id, text]) => {
        const at = Number(lastUsedAt.get(id));
        const header = await this.#whole(id, text, at);
        return header ? [[id, header] as [string, WorldHeader]] : [];
      }),
    );
    return worlds.flat().toSorted(([, a], [, b]) => a.createdAt - b.createdAt);
  }

  async endWorld(world: string): Promise<boolean> {
    return (await this.#link.run(scripts.endWorld, world, keysOf(world))) === 1;
  }

  async endWorldsUnusedSince(instant: number): Promise<void> {
    const args = [instant, WORLD, ...PARTS];
    await this.#link.run(scripts.endUnused, "", [WORLDS, USED], args);
  }

  async get<K extends Kind>(
    world: string,
    kind: K,
    key: string,
  ): Promise<Records[K] | undefined> {
    const { after } = await this.#gather(world, (changes) =>
      changes.field(keyOf(world, kind), key),
    );
    return after === "" ? undefined : (parse(after) as Records[K]);
  }

  async list<K extends Kind>(
    world: string,
    kind: K,
  ): Promise<[string, Records[K]][]> {
    const records = await this.#records(world, kind);
    return records.map(([key, text]) => [key, parse(text) as Records[K]]);
  }

  async update<K extends Kind>(
    world: string,
    kind: K,
    key: string,
    change: (current: Records[K] | undefined) => Records[K] | undefined,
  ): Promise<Records[K] | undefined> {
    let next: Records[K] | undefined;
    await this.#change(world, keyOf(world, kind), key, (text) => {
      next = change(text === "" ? undefined : (parse(text) as Records[K]));
      return next === undefined ? "" : JSON.stringify(next);
    });
    return next;
  }

  async prune<K extends Kind>(
    world: string,
    kind: K,
    isDone: (record: Records[K]) => boolean,
  ): Promise<void> {
    const hash = keyOf(world, kind);
    const records = await this.#records(world, kind);
    const done = records.filter(([, text]) =>
      isDone(parse(text) as Records[K]),
    );
    const gathered = this.#gathered.getStore();
    if (!gathered) {
      const args = done.flat();
      await this.#link.run(scripts.removeRecords, world, [hash], args);
      return;
    }
    const fields = await Promise.all(
      done.map(async ([key]) => gathered.field(hash, key)),
    );
    // As they are here by now: one may have changed since it was listed.
    for (const field of fields) {
      const isLeft = field.after !== "";
      if (isLeft && isDone(parse(field.after) as Records[K])) field.after = "";
    }
  }

  async append<L extends keyof Logs>(
    world: string,
    log: L,
    entry: Logs[L],
  ): Promise<void> {
    await this.#gather(world, (changes) =>
      changes.append(keyOf(world, log), JSON.stringify(entry)),
    );
  }

  async entries<L extends keyof Logs>(
    world: string,
    log: L,
  ): Promise<Logs[L][]> {
    const entries = await this.#entries(world, log);
    return entries.map((text) => parse(text) as Logs[L]);
  }

  async clearLog<L extends keyof Logs>(
    world: string,
    log: L,
    isDone?: (entry: Logs[L]) => boolean,
  ): Promise<void> {
    const keys = [keyOf(world, log)];
    if (!isDone) {
      await this.#link.run(scripts.emptyLog, world, keys);
      return;
    }
    const entries = await this.#entries(world, log);
    const done = new Set(
      entries.filter((text) => isDone(parse(text) as Logs[L])),
    );
    await this.#link.run(scripts.removeEntries, world, keys, [...done]);
  }

  async together<T>(
    world: string,
    line: string,
    work: () => Promise<T>,
  ): Promise<T> {
    if (this.#gathered.getStore()) return work();
    return this.#lines.in(`${world} ${line}`, () => this.#gather(world, work));
  }

  async agree(name: string, first: () => Promise<string>): Promise<string> {
    const known =
      this.#agreed.get(name) ?? (await this.#link.read("HGET", AGREED, name));
    const text = await this.#link.run(
      scripts.agree,
      "",
      [AGREED],
      [name, typeof known === "string" ? known : await first()],
    );
    this.#agreed.set(name, String(text));
    return String(text);
  }

  async hit(name: string, window: number): Promise<Hits> {
    const keys = [`${PREFIX}hits:${name}`];
    const reply = await this.#link.run(scripts.hit, "", keys, [window]);
    const [count, endsIn] = reply as [number, number];
    return { count, endsIn };
  }

  close(): Promise<void> {
    this.#link.close();
    return Promise.resolve();
  }

  /**
   * A header from its text; asked for again where the world has got another scenario since.
   * Nothing where the world has ended.
   */
  async #whole(
    world: string,
    text: unknown,
    lastUsedAt: number,
  ): Promise<WorldHeader | undefined> {
    let kept = text;
    while (typeof kept === "string") {
      // oxlint-disable-next-line no-await-in-loop -- as often as it gets another one
      const header = await this.#headers.whole(world, kept, lastUsedAt);
      if (header) return header;
      // oxlint-disable-next-line no-await-in-loop
      const newer = await this.#link.read("HGET", WORLDS, world);
      if (newer === kept) {
        throw new Error(`Redis has lost the scenario of the world ${world}.`);
      }
      kept = newer;
    }
    return undefined;
  }

  /** Changes one field of a hash; the empty text is no field. */
  async #change(
    world: string,
    hash: string,
    name: string,
    change: (text: string) => string,
  ): Promise<void> {
    await this.together(world, `${hash} ${name}`, () =>
      this.#gather(world, async (changes) => {
        const field = await changes.field(hash, name);
        field.after = change(field.after);
      }),
    );
  }

  /** Does `work` as a part of what is done together, or on its own where it is no part. */
  async #gather<T>(
    world: string,
    work: (changes: RedisChanges) => T,
  ): Promise<Awaited<T>> {
    const gathered = this.#gathered.getStore();
    if (gathered) return await work(gathered);
    for (;;) {
      const changes = new RedisChanges(this.#link, world, WORLDS);
      // oxlint-disable-next-line no-await-in-loop -- a lost race is run again
      const result = await this.#gathered.run(changes, () => work(changes));
      // oxlint-disable-next-line no-await-in-loop
      if (await changes.commit()) return result;
    }
  }

  async #records(world: string, kind: Kind): Promise<[string, string][]> {
    const reply = await this.#link.read("HGETALL", keyOf(world, kind));
    return pairsOf(reply as string[]);
  }

  async #entries(world: string, log: keyof Logs): Promise<string[]> {
    const key = keyOf(world, log);
    return (await this.#link.read("LRANGE", key, "0", "-1")) as string[];
  }
}

function parse(text: unknown): unknown {
  return JSON.parse(String(text));
}

/** The pairs in a flat list, as Redis answers them. */
function pairsOf(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    pairs.push([flat[i] ?? "", flat[i + 1] ?? ""]);
  }
  return pairs;
}
