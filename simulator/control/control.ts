import { formatDuration } from "../domain/iso-duration.ts";
import type { JournalEvent, JournalKind } from "../domain/journal.ts";
import type { Scenario } from "../domain/scenarios.ts";
import type { World } from "../worlds.ts";
import { parse } from "./parse.ts";
import { Refusal } from "./refusal.ts";
import { describeScenario, parseScenario } from "./scenario-wire.ts";
import type { ScenarioBody, Schemas, TaxpayerBody } from "./schemas.ts";
import { fromBody, toAnswer, withChanges } from "./taxpayer-wire.ts";
import type { TaxpayerAnswer } from "./taxpayer-wire.ts";

export interface ControlParts {
  readonly schemas: Schemas;
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** The state of a world's clock: ISO 8601. `offset` is how far it is from real time. */
export interface ClockAnswer {
  now: string;
  offset: string;
}

/** An event as the control plane tells it. */
export type JournalAnswer = Omit<JournalEvent, "at"> & { at: string };

export interface JournalQuery {
  username?: string | undefined;
  kind?: JournalKind | undefined;
  /** At most so many, the newest. */
  limit?: number | undefined;
}

/**
 * The levers of one world. Bodies are checked whole before anything changes; a wrong one is
 * a `Refusal` and changes nothing. The HTTP control plane and the library offer these verbs.
 */
export class Control {
  readonly #world: World;
  readonly #parts: ControlParts;

  constructor(world: World, parts: ControlParts) {
    this.#world = world;
    this.#parts = parts;
  }

  /** Back to the scenario's first state, the clock on real time, all sign-ins gone. */
  async reset(): Promise<void> {
    await this.#world.reset();
  }

  /** The scenario the world is in; with a name or a scenario, it is put into that one first. */
  async scenario(scenario?: string | ScenarioBody): Promise<ScenarioBody> {
    if (typeof scenario === "string") {
      return this.putScenario({ name: scenario });
    }
    if (scenario !== undefined) return this.putScenario(scenario);
    const { startedAt } = this.#world.header;
    return describeScenario(this.#world.scenario(), startedAt);
  }

  async putScenario(body: unknown): Promise<ScenarioBody> {
    const { schemas, scenarios } = this.#parts;
    const scenario = parseScenario(body, schemas, scenarios);
    await this.#world.reset(
      scenarios.get(scenario.name) === scenario
        ? { name: scenario.name }
        : { name: scenario.name, json: JSON.stringify(body) },
    );
    return this.scenario();
  }

  async taxpayers(): Promise<TaxpayerAnswer[]> {
    const now = this.#world.clock.now();
    const taxpayers = await this.#world.portal.taxpayers.list();
    return taxpayers.map((taxpayer) => toAnswer(taxpayer, now));
  }

  /** One taxpayer, or a `Refusal` (404) that names those there are. */
  async taxpayer(username: string): Promise<TaxpayerAnswer> {
    const found = await this.#world.portal.taxpayers.find(username);
    if (!found) throw await this.#unknown(username);
    return toAnswer(found, this.#world.clock.now());
  }

  /** Creates or replaces a taxpayer; what is not said is plain. */
  async putTaxpayer(
    body: TaxpayerBody & { username: string },
  ): Promise<TaxpayerAnswer> {
    return (await this.replaceTaxpayer(body.username, body)).taxpayer;
  }

  /** `putTaxpayer` for a name from elsewhere, and whether the taxpayer is new. */
  async replaceTaxpayer(
    username: string,
    body: unknown,
  ): Promise<{ taxpayer: TaxpayerAnswer; isNew: boolean }> {
    const { schemas } = this.#parts;
    parse(schemas.taxpayer, { username });
    const changes = this.#changes(username, body);
    const now = this.#world.clock.now();
    const taxpayer = fromBody(username, changes, schemas, now);
    const isNew = await this.#world.portal.putTaxpayer(taxpayer);
    return { taxpayer: toAnswer(taxpayer, now), isNew };
  }

  /** Changes the given fields of a taxpayer. */
  async patchTaxpayer(
    username: string,
    body: unknown,
  ): Promise<TaxpayerAnswer> {
    const changes = this.#changes(username, body);
    const now = this.#world.clock.now();
    const changed = await this.#world.portal.editTaxpayer(
      username,
      (taxpayer) => withChanges(taxpayer, changes, this.#parts.schemas, now),
    );
    if (!changed) throw await this.#unknown(username);
    return toAnswer(changed, now);
  }

  async deleteTaxpayer(username: string): Promise<void> {
    const existed = await this.#world.portal.removeTaxpayer(username);
    if (!existed) throw await this.#unknown(username);
  }

  /** The instant it is in the world. */
  now(): Promise<Date> {
    return Promise.resolve(new Date(this.#world.clock.now()));
  }

  clock(): ClockAnswer {
    return {
      now: new Date(this.#world.clock.now()).toISOString(),
      offset: formatDuration(this.#world.header.clockOffset),
    };
  }

  /** Moves the clock to an instant, also into the past; time flows on from there. */
  async setNow(instant: string | Date): Promise<ClockAnswer> {
    const now = typeof instant === "string" ? instant : instant.toISOString();
    return this.putClock({ now });
  }

  async putClock(body: unknown): Promise<ClockAnswer> {
    const { now } = parse(this.#parts.schemas.clock, body);
    await this.#world.setNow(now);
    return this.clock();
  }

  /** Moves the clock on by an ISO 8601 duration, such as `PT6H`. */
  async advance(by: string): Promise<ClockAnswer> {
    return this.advanceClock({ by });
  }

  async advanceClock(body: unknown): Promise<ClockAnswer> {
    const { by } = parse(this.#parts.schemas.advance, body);
    if (this.#world.clock.now() + by > LAST_INSTANT) {
      throw new Refusal(400, {
        message: "That is further than a clock can go.",
        path: "by",
      });
    }
    await this.#world.advance(by);
    return this.clock();
  }

  /** What happened, newest first. */
  async journal(query: JournalQuery = {}): Promise<JournalAnswer[]> {
    const { username, kind, limit = Infinity } = query;
    const events = await this.#world.portal.journal.events();
    return events
      .filter(
        (event) =>
          (kind === undefined || event.kind === kind) &&
          (username === undefined ||
            event.username?.toLowerCase() === username.toLowerCase()),
      )
      .slice(0, limit)
      .map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
  }

  async clearJournal(): Promise<void> {
    await this.#world.portal.journal.clear();
  }

  #changes(username: string, body: unknown) {
    const changes = parse(this.#parts.schemas.taxpayer, body);
    const said = changes.username ?? username;
    if (said.toLowerCase() !== username.toLowerCase()) {
      throw new Refusal(400, {
        message: `Must be "${username}", as in the path, or be left out.`,
        path: "username",
      });
    }
    return changes;
  }

  async #unknown(username: string): Promise<Refusal> {
    const known = await this.#world.portal.taxpayers.usernames();
    const shown = known.slice(0, 50);
    return new Refusal(404, {
      message: `There is no taxpayer "${username.slice(0, 60)}"; there is ${shown.join(", ") || "none at all"}.`,
      known: shown,
    });
  }
}

/** The last instant that the control plane lets a clock reach: the end of the year 9999. */
const LAST_INSTANT = Date.UTC(10_000, 0, 1) - 1;
