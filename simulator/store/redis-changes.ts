import type { RedisLink } from "./redis-link.ts";
import { commit } from "./redis-scripts.ts";
import { LOG_CAPACITY } from "./store.ts";

/** A field of a hash: the text that was found there, and what is to stand there; `""`: none. */
export interface Field {
  readonly hash: string;
  readonly name: string;
  readonly before: string;
  after: string;
}

/**
 * What one piece of work reads and changes in a world. Redis is told at the end, all at once,
 * and only where nothing that was read has changed since.
 */
export class RedisChanges {
  readonly #link: RedisLink;
  readonly #world: string;
  /** The key of the hash in which the world stands while there is one. */
  readonly #worlds: string;
  readonly #fields = new Map<string, Promise<Field>>();
  readonly #entries: { log: string; text: string }[] = [];

  constructor(link: RedisLink, world: string, worlds: string) {
    this.#link = link;
    this.#world = world;
    this.#worlds = worlds;
  }

  /** A field as this piece of work has it by now, to be changed in its `after`. */
  async field(hash: string, name: string): Promise<Field> {
    const key = `${hash} ${name}`;
    const known = this.#fields.get(key);
    if (known) return known;
    const read = this.#read(hash, name);
    this.#fields.set(key, read);
    return read;
  }

  append(log: string, text: string): void {
    this.#entries.push({ log, text });
  }

  /** Writes all of it and says so, or nothing where somebody else was faster. */
  async commit(): Promise<boolean> {
    const fields = await Promise.all(this.#fields.values());
    const entries = this.#entries;
    if (entries.length === 0 && fields.every(isAsBefore)) return true;
    const keys = [
      this.#worlds,
      ...fields.map(({ hash }) => hash),
      ...entries.map(({ log }) => log),
    ];
    const args = [
      LOG_CAPACITY,
      fields.length,
      ...fields.flatMap(({ name, before, after }) => [name, before, after]),
      ...entries.map(({ text }) => text),
    ];
    return (await this.#link.run(commit, this.#world, keys, args)) === 1;
  }

  async #read(hash: string, name: string): Promise<Field> {
    const text = await this.#link.read("HGET", hash, name);
    const before = typeof text === "string" ? text : "";
    return { hash, name, before, after: before };
  }
}

function isAsBefore({ before, after }: Field): boolean {
  return before === after;
}
