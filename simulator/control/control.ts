import type { Captcha } from "../domain/captcha.ts";
import { FAULTS_AT_MOST } from "../domain/faults.ts";
import { formatDuration } from "../domain/iso-duration.ts";
import type { JournalEvent } from "../domain/journal.ts";
import { standingOf } from "../domain/progress.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { World } from "../worlds.ts";
import { fault as faultSchema } from "./fault-schema.ts";
import { faultAnswer, faultFrom } from "./fault-wire.ts";
import type { Control } from "./levers.ts";
import { parse } from "./parse.ts";
import { progressAnswer } from "./progress-wire.ts";
import { Refusal } from "./refusal.ts";
import { describeScenario, parseScenario } from "./scenario-wire.ts";
import type { Schemas } from "./schemas.ts";
import { fromBody, toAnswer, withChanges } from "./taxpayer-wire.ts";
import type {
  CaptchaAnswer,
  ClockAnswer,
  FaultAnswer,
  JournalAnswer,
  JournalQuery,
  MessageAnswer,
  ProgressAnswer,
  ScenarioAnswer,
  ScenarioBody,
  TaxpayerAnswer,
  TaxpayerBody,
} from "./wire.ts";

function captchaAnswer({ answer, expiresAt }: Captcha): CaptchaAnswer {
  return { answer, expiresAt: new Date(expiresAt).toISOString() };
}

export interface ControlParts {
  readonly schemas: Schemas;
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/**
 * The levers of one world, in this process. Bodies are checked whole before anything
 * changes; a wrong one is a `Refusal` and changes nothing. The HTTP control plane hands its
 * bodies on as they came. One lever after the other, as `Control` has them.
 */
export class WorldControl implements Control {
  readonly #enter: () => Promise<World>;
  readonly #parts: ControlParts;

  /** @param enter finds the world, anew for each call, as worlds come and go */
  constructor(enter: () => Promise<World>, parts: ControlParts) {
    this.#enter = enter;
    this.#parts = parts;
  }

  async reset(): Promise<void> {
    const world = await this.#enter();
    await world.reset();
  }

  async scenario(scenario?: string | ScenarioBody): Promise<ScenarioAnswer> {
    if (typeof scenario === "string") {
      return this.putScenario({ name: scenario });
    }
    if (scenario !== undefined) return this.putScenario(scenario);
    const world = await this.#enter();
    return describeScenario(world.scenario(), world.header.startedAt);
  }

  async putScenario(body: unknown): Promise<ScenarioAnswer> {
    const { schemas, scenarios } = this.#parts;
    const scenario = parseScenario(body, schemas, scenarios);
    const world = await this.#enter();
    await world.reset(
      scenarios.get(scenario.name) === scenario
        ? { name: scenario.name }
        : { name: scenario.name, json: JSON.stringify(body) },
    );
    return describeScenario(scenario, world.header.startedAt);
  }

  async taxpayers(): Promise<TaxpayerAnswer[]> {
    const { portal, clock } = await this.#enter();
    const now = clock.now();
    const taxpayers = await portal.taxpayers.list();
    return taxpayers.map((taxpayer) => toAnswer(taxpayer, now));
  }

  async taxpayer(username: string): Promise<TaxpayerAnswer> {
    const world = await this.#enter();
    const found = await world.portal.taxpayers.find(username);
    if (!found) throw await unknownTaxpayer(world, username);
    return toAnswer(found, world.clock.now());
  }

  async putTaxpayer(body: TaxpayerBody): Promise<TaxpayerAnswer> {
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
    const world = await this.#enter();
    const now = world.clock.now();
    const taxpayer = fromBody(username, changes, schemas, now);
    const isNew = await world.portal.putTaxpayer(taxpayer);
    return { taxpayer: toAnswer(taxpayer, now), isNew };
  }

  async patchTaxpayer(
    username: string,
    body: unknown,
  ): Promise<TaxpayerAnswer> {
    const { schemas } = this.#parts;
    const changes = this.#changes(username, body);
    const world = await this.#enter();
    const now = world.clock.now();
    const changed = await world.portal.editTaxpayer(username, (taxpayer) =>
      withChanges(taxpayer, changes, schemas, now),
    );
    if (!changed) throw await unknownTaxpayer(world, username);
    return toAnswer(changed, now);
  }

  async deleteTaxpayer(username: string): Promise<void> {
    const world = await this.#enter();
    const existed = await world.portal.removeTaxpayer(username);
    if (!existed) throw await unknownTaxpayer(world, username);
  }

  async resetTaxpayer(username: string): Promise<void> {
    const world = await this.#enter();
    const exists = await world.portal.beginAnew(username);
    if (!exists) throw await unknownTaxpayer(world, username);
  }

  async progress(): Promise<ProgressAnswer[]> {
    const { portal, clock } = await this.#enter();
    const now = clock.now();
    const progress = await portal.progress.all();
    return (await portal.taxpayers.list()).map((taxpayer) => {
      const { username } = taxpayer;
      const known = progress.get(username.toLowerCase());
      return progressAnswer(username, standingOf(taxpayer, known, now));
    });
  }

  async now(): Promise<Date> {
    const world = await this.#enter();
    return new Date(world.clock.now());
  }

  async clock(): Promise<ClockAnswer> {
    const { clock, header } = await this.#enter();
    return {
      now: new Date(clock.now()).toISOString(),
      offset: formatDuration(header.clockOffset),
    };
  }

  async setNow(instant: string | Date): Promise<ClockAnswer> {
    const now = typeof instant === "string" ? instant : instant.toISOString();
    return this.putClock({ now });
  }

  async putClock(body: unknown): Promise<ClockAnswer> {
    const { now } = parse(this.#parts.schemas.clock, body);
    const world = await this.#enter();
    await world.setNow(now);
    return this.clock();
  }

  async advance(by: string): Promise<ClockAnswer> {
    return this.advanceClock({ by });
  }

  async advanceClock(body: unknown): Promise<ClockAnswer> {
    const { by } = parse(this.#parts.schemas.advance, body);
    const world = await this.#enter();
    if (world.clock.now() + by > LAST_INSTANT) {
      throw new Refusal(400, {
        message: "That is further than a clock can go.",
        path: "by",
      });
    }
    await world.advance(by);
    return this.clock();
  }

  async faults(): Promise<FaultAnswer[]> {
    const { portal } = await this.#enter();
    return (await portal.faults.list()).map(faultAnswer);
  }

  async addFault(body: unknown): Promise<FaultAnswer[]> {
    const fault = faultFrom(parse(faultSchema, body));
    const { portal } = await this.#enter();
    const queue = await portal.faults.add(fault);
    if (queue) return queue.map(faultAnswer);
    throw new Refusal(400, {
      message: `There are ${FAULTS_AT_MOST} faults already; DELETE /faults first.`,
    });
  }

  async clearFaults(): Promise<void> {
    const { portal } = await this.#enter();
    await portal.faults.clear();
  }

  async messages(username?: string): Promise<MessageAnswer[]> {
    const { portal } = await this.#enter();
    return (await portal.messages.list(username)).map(atIso);
  }

  async clearMessages(username?: string): Promise<void> {
    const { portal } = await this.#enter();
    await portal.messages.clear(username);
  }

  /** @param id the one that a browser was shown; else it is the newest */
  async captcha(id?: string): Promise<CaptchaAnswer> {
    const { captchas } = (await this.#enter()).portal;
    const shown = id === undefined ? undefined : await captchas.find(id);
    const captcha = shown ?? (await captchas.newest());
    if (captcha) return captchaAnswer(captcha);
    throw new Refusal(404, {
      message:
        "There is no CAPTCHA to answer; one is shown when a user name is typed on the login page of an edition that has it.",
    });
  }

  async journal(query: JournalQuery = {}): Promise<JournalAnswer[]> {
    const { limit = Infinity } = query;
    const { portal } = await this.#enter();
    const events = await portal.journal.events();
    return events.filter(isAbout(query)).slice(0, limit).map(atIso);
  }

  async clearJournal(query: JournalQuery = {}): Promise<void> {
    const { portal } = await this.#enter();
    await portal.journal.clear(isAbout(query));
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
}

/** Whether an event is one of those that a query means. */
function isAbout({ username, kind }: JournalQuery) {
  return (event: JournalEvent): boolean =>
    (kind === undefined || event.kind === kind) &&
    (username === undefined ||
      event.username?.toLowerCase() === username.toLowerCase());
}

/** The same with its instant in ISO 8601. */
function atIso<T extends { readonly at: number }>(entry: T) {
  return { ...entry, at: new Date(entry.at).toISOString() };
}

/** The answer for a taxpayer that is not there: those that are. */
export async function unknownTaxpayer(
  world: World,
  username: string,
): Promise<Refusal> {
  const known = await world.portal.taxpayers.usernames();
  const shown = known.slice(0, 50);
  return new Refusal(404, {
    message: `There is no taxpayer "${username.slice(0, 60)}"; there is ${shown.join(", ") || "none at all"}.`,
    known: shown,
  });
}

/** The last instant that the control plane lets a clock reach: the end of the year 9999. */
const LAST_INSTANT = Date.UTC(10_000, 0, 1) - 1;
