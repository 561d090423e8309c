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
 * which may hold a hundred thousand taxpayers, is kept beside it and read once.
 */
export class RedisHeaders {
  /** Reads the scenario that is kept beside a header. */
  readonly #read: (world: string) => Promise<unknown>;
  readonly #jsonByHash = new Map<string, string>();
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

  /** The header of a text; `undefined` where the world has another scenario by now. */
  async whole(
    world: string,
    text: string,
    lastUsedAt: number,
  ): Promise<WorldHeader | undefined> {
    const { scenario, ...header } = JSON.parse(text) as Kept;
    const { name, hash } = scenario;
    if (hash === undefined)
      return { ...header, lastUsedAt, scenario: { name } };
    const json = this.#jsonByHash.get(hash) ?? String(await this.#read(world));
    if (!this.#jsonByHash.has(hash)) {
      if (hashOf(json) !== hash) return undefined;
      this.#remember(hash, json);
    }
    return { ...header, lastUsedAt, scenario: { name, json } };
  }

  #remember(hash: string, json: string): void {
    if (this.#length + json.length > REMEMBERED_AT_MOST) {
      this.#jsonByHash.clear();
      this.#length = 0;
    }
    this.#jsonByHash.set(hash, json);
    this.#length += json.length;
  }
}

function hashOf(json: string): string {
  return createHash("sha256").update(json).digest("base64");
}
