import type { ScenarioEntry } from "../domain/scenario.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import type { PortalContext } from "./context.ts";

/**
 * The taxpayers of one world: those of its scenario, with what has changed since laid over
 * them. User names are compared without case (facts: taxpayer API §2.1).
 */
export class Taxpayers {
  readonly #context: PortalContext;

  constructor(context: PortalContext) {
    this.#context = context;
  }

  async find(username: string): Promise<Taxpayer | undefined> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    const changed = await store.get(world, "taxpayer", key);
    return this.#onTop(key, changed);
  }

  async list(): Promise<Taxpayer[]> {
    const { store, world, scenario } = this.#context;
    const changed = new Map(await store.list(world, "taxpayer"));
    const keys = new Set([
      ...scenario().scenario.entries.keys(),
      ...changed.keys(),
    ]);
    return [...keys].flatMap((key) => this.#onTop(key, changed.get(key)) ?? []);
  }

  /** The names there are. */
  async usernames(): Promise<string[]> {
    return (await this.list()).map((taxpayer) => taxpayer.username);
  }

  /** How many there are. */
  async count(): Promise<number> {
    const { store, world, scenario } = this.#context;
    const { entries } = scenario().scenario;
    let count = entries.size;
    for (const [key, changed] of await store.list(world, "taxpayer")) {
      if (entries.has(key) && changed === null) count--;
      if (!entries.has(key) && changed !== null) count++;
    }
    return count;
  }

  /**
   * Changes one taxpayer atomically and returns it, or `undefined` where there is none.
   * `change` is pure; it may be called more than once.
   */
  async change(
    username: string,
    change: (taxpayer: Taxpayer) => Taxpayer,
  ): Promise<Taxpayer | undefined> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    const next = await store.update(world, "taxpayer", key, (changed) => {
      const current = this.#onTop(key, changed);
      return current ? change(current) : changed;
    });
    return next ?? undefined;
  }

  /** Creates a taxpayer or replaces the one of that name; says whether it is new. */
  async put(taxpayer: Taxpayer): Promise<boolean> {
    const { store, world } = this.#context;
    const key = taxpayer.username.toLowerCase();
    let isNew = false;
    await store.update(world, "taxpayer", key, (changed) => {
      isNew = this.#onTop(key, changed) === undefined;
      return taxpayer;
    });
    return isNew;
  }

  /** Removes a taxpayer and says whether there was one. */
  async remove(username: string): Promise<boolean> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    let existed = false;
    await store.update(world, "taxpayer", key, (changed) => {
      existed = this.#onTop(key, changed) !== undefined;
      return this.#entry(key) ? null : undefined;
    });
    return existed;
  }

  /** Makes a taxpayer what the scenario first made of it; says whether there is one. */
  async restore(username: string): Promise<boolean> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    const changed = await store.update(world, "taxpayer", key, (current) =>
      this.#entry(key) ? undefined : current,
    );
    return this.#onTop(key, changed) !== undefined;
  }

  #entry(key: string): ScenarioEntry | undefined {
    return this.#context.scenario().scenario.entries.get(key);
  }

  #onTop(
    key: string,
    changed: Taxpayer | null | undefined,
  ): Taxpayer | undefined {
    if (changed !== undefined) return changed ?? undefined;
    return this.#entry(key)?.at(this.#context.scenario().startedAt);
  }
}
