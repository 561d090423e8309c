import { createHash } from "node:crypto";
import type { WorldHeader } from "./store.ts";

/** What is remembered of scenarios altogether, in characters. */
const REMEMBERED_AT_MOST = 50_000_000;

/** A header as Redis keeps it: a scenario of the world's own by its hash alone. */
interface Kept extends Omit<WorldHeader, "lastUsedAt" | "scenario"> {
  readonly scenario: { readonly name: string; readonly hash?: string };
}

/**
 * The headers of worlds as texts. Each request asks for one, so a scenario of the world's own,
 * which may hold a hundred thousand taxpayers, is kept beside it, and read once by an instance.
 */
export class RedisHeaders {
  /** Reads the scenario that is kept beside a header. */
  readonly #read: (world: string) => Promise<unknown>;
  /** By their hashes, the oldest first. */
  readonly #scenarios = new Map<string, string>();
  /** Those that are being read: who asks in the meantime waits for the same. */
  readonly #awaited = new Map<string, Promise<string | undefined>>();
  #length = 0;

  constructor(read: (world: string) => Promise<unknown>) {
    this.#read = read;
  }

  /** The text of a header, and the scenario to keep beside it; `""`: none. */
  asKept({ lastUsedAt: _, scenario, ...header }: WorldHeader): {
    text: string;
    json: string;
  } {
    const { name, json = "" } = scenario;
    const hash = json === "" ? undefined : hashOf(json);
    const kept: Kept = {
      ...header,
      scenario: { name, ...(hash !== undefined && { hash }) },
    };
    return { text: JSON.stringify(kept), json };
  }

  /** The header of a text; `undefined` where its scenario is not beside it. */
  async whole(
    world: string,
    text: string,
    lastUsedAt: number,
  ): Promise<WorldHeader | undefined> {
    const { scenario, ...header } = JSON.parse(text) as Kept;
    const { name, hash } = scenario;
    if (hash === undefined)
      return { ...header, lastUsedAt, scenario: { name } };
    const json = this.#scenarios.get(hash) ?? (await this.#asked(world, hash));
    if (json === undefined) return undefined;
    return { ...header, lastUsedAt, scenario: { name, json } };
  }

  async #asked(world: string, hash: string): Promise<string | undefined> {
    const key = `${world} ${hash}`;
    let asked = this.#awaited.get(key);
    if (!asked) {
      asked = this.#ask(world, hash).finally(() => this.#awaited.delete(key));
      this.#awaited.set(key, asked);
    }
    return asked;
  }

  async #ask(world: string, hash: string): Promise<string | undefined> {
    const json = await this.#read(world);
    if (typeof json !== "string" || hashOf(json) !== hash) return undefined;
    if (!this.#scenarios.has(hash)) this.#remember(hash, json);
    return json;
  }

  #remember(hash: string, json: string): void {
    this.#scenarios.set(hash, json);
    this.#length += json.length;
    for (const [oldest, { length }] of this.#scenarios) {
      if (this.#length <= REMEMBERED_AT_MOST) break;
      this.#scenarios.delete(oldest);
      this.#length -= length;
    }
  }
}

function hashOf(json: string): string {
  return createHash("sha256").update(json).digest("base64");
}
