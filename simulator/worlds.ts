import { offsetClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { ApiSessionRules } from "./domain/api-session-rules.ts";
import type { Edition } from "./domain/editions.ts";
import type { Scenario } from "./domain/scenario.ts";
import { Portal } from "./portal/portal.ts";
import type { Store, WorldHeader } from "./store/store.ts";

export { STORE_UNAVAILABLE, StoreUnavailable } from "./store/store.ts";

export const DEFAULT_WORLD = "default";

/** The rule for the names of worlds (design 1.4), in words. */
export const WORLD_ID_RULE =
  "A world's id is 1 to 64 letters, digits, dots, underscores or hyphens.";

/** Whether `text` can name a world. */
export function isWorldId(text: string): boolean {
  return /^[A-Za-z0-9._-]{1,64}$/.test(text);
}

export interface WorldsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly edition: Edition;
  readonly newCaptcha: () => string;
  readonly newOtp: () => string;
  readonly apiRules: ApiSessionRules;
  /** The scenario that a world begins in. */
  readonly scenario: Scenario;
  /** Finds a scenario again from what a world's header says of it. */
  scenarioOf(header: WorldHeader["scenario"]): Scenario;
  /** How many worlds there may be at once. */
  readonly limit: number;
}

const UNUSED_FOR = 24 * 60 * 60_000;
const TIDY_EVERY = 60_000;

/** All worlds of this server. A world comes to be at its first use. */
export class Worlds {
  readonly #parts: WorldsParts;
  readonly #open = new Map<string, World>();
  #tidiedAt: number;

  constructor(parts: WorldsParts) {
    this.#parts = parts;
    this.#tidiedAt = parts.clock.now();
  }

  /** What to say where `enter` gave no world. */
  get fullMessage(): string {
    return `There are ${this.#parts.limit} worlds already, as many as this simulator keeps; end one with DELETE /__simulator/worlds/ID.`;
  }

  /** The world of that id; `undefined` where one more would be past the limit. */
  async enter(id: string): Promise<World | undefined> {
    const { store, clock, limit, scenario } = this.#parts;
    const now = clock.now();
    if (now - this.#tidiedAt > TIDY_EVERY) await this.#tidy(now);
    const header = await store.openWorld(id, now, limit, () => ({
      createdAt: now,
      lastUsedAt: now,
      clockOffset: 0,
      startedAt: now,
      scenario: { name: scenario.name },
    }));
    if (!header) return undefined;
    return this.#world(id, header);
  }

  #world(id: string, header: WorldHeader): World {
    let world = this.#open.get(id);
    if (!world) {
      world = new World(id, this.#parts, header);
      this.#open.set(id, world);
    }
    world.header = header;
    return world;
  }

  /** The worlds there are, in the order in which they came to be. */
  async list(): Promise<
    { id: string; header: WorldHeader; taxpayers: number }[]
  > {
    const worlds = await this.#parts.store.worlds();
    return Promise.all(
      worlds.map(async ([id, header]) => ({
        id,
        header,
        taxpayers: await this.#world(id, header).portal.taxpayers.count(),
      })),
    );
  }

  /** Ends a world and says whether there was one. */
  async end(id: string): Promise<boolean> {
    this.#open.delete(id);
    return this.#parts.store.endWorld(id);
  }

  async #tidy(now: number): Promise<void> {
    this.#tidiedAt = now;
    await this.#parts.store.endWorldsUnusedSince(now - UNUSED_FOR);
    const alive = new Set((await this.#parts.store.worlds()).map(([id]) => id));
    for (const id of this.#open.keys()) {
      if (!alive.has(id)) this.#open.delete(id);
    }
  }
}

/** One isolated portal: its own taxpayers, clock, journal and sign-ins. */
export class World {
  readonly id: string;
  readonly clock: Clock;
  readonly portal: Portal;
  /** As the store last told it; renewed at every use of the world. */
  header: WorldHeader;
  readonly #parts: WorldsParts;
  #scenario: { from: WorldHeader["scenario"]; scenario: Scenario } | undefined;

  constructor(id: string, parts: WorldsParts, header: WorldHeader) {
    this.id = id;
    this.header = header;
    this.#parts = parts;
    this.clock = offsetClock(parts.clock, () => this.header.clockOffset);
    this.portal = new Portal({
      world: id,
      store: parts.store,
      clock: this.clock,
      edition: parts.edition,
      newCaptcha: parts.newCaptcha,
      newOtp: parts.newOtp,
      apiRules: parts.apiRules,
      scenario: () => ({
        scenario: this.scenario(),
        startedAt: this.header.startedAt,
      }),
    });
  }

  scenario(): Scenario {
    const from = this.header.scenario;
    const known = this.#scenario;
    if (known?.from.name === from.name && known.from.json === from.json) {
      return known.scenario;
    }
    const scenario = this.#parts.scenarioOf(from);
    this.#scenario = { from, scenario };
    return scenario;
  }

  /** Back to the first state of its scenario, or of another one; the clock on real time. */
  async reset(
    scenario: WorldHeader["scenario"] = this.header.scenario,
  ): Promise<void> {
    const now = this.#parts.clock.now();
    this.header = {
      createdAt: this.header.createdAt,
      lastUsedAt: now,
      clockOffset: 0,
      startedAt: now,
      scenario,
    };
    await this.#parts.store.resetWorld(this.id, this.header);
  }

  /** Moves the clock to `instant`; time flows on from there. */
  async setNow(instant: number): Promise<void> {
    await this.#move(() => instant - this.#parts.clock.now());
  }

  /** Moves the clock on by `milliseconds`. */
  async advance(milliseconds: number): Promise<void> {
    await this.#move((offset) => offset + milliseconds);
  }

  async #move(offset: (current: number) => number): Promise<void> {
    const clockOffset = await this.#parts.store.moveClock(this.id, offset);
    if (clockOffset !== undefined)
      this.header = { ...this.header, clockOffset };
  }
}
