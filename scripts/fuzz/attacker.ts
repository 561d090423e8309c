import { randomBytes } from "node:crypto";
import type { Control } from "../../simulator/index.ts";
import type { RunningSimulator } from "../../simulator/start.ts";
import type { Attack } from "./generators/requests.ts";
import { filler, takeGuise } from "./guise.ts";
import { difference, flawOf, isRefusal } from "./judge.ts";
import { bytesOf, isWhole } from "./request.ts";
import type { Tally } from "./tally.ts";
import { Wire } from "./wire.ts";

/** A long text by its beginning and its length. */
export function abridge(_key: string, value: unknown): unknown {
  return typeof value === "string" && value.length > 400
    ? `${value.slice(0, 200)}… (${value.length} bytes)`
    : value;
}

/** One who attacks a simulator from a world of their own. */
export class Attacker {
  readonly #simulator: RunningSimulator;
  readonly #tally: Tally;
  readonly #world = `${FUZZ}${randomBytes(6).toString("hex")}`;
  readonly #wire: Wire;
  #fill = (text: string): string => text;
  #state: string | undefined;
  #sent = 0;
  /** Whether the attack before is over: a client that cut it off did not wait for its end. */
  #isAlone = true;

  constructor(simulator: RunningSimulator, tally: Tally) {
    this.#simulator = simulator;
    this.#tally = tally;
    this.#wire = new Wire(simulator.url);
  }

  /** A fresh world, and new papers in it. */
  async begin(): Promise<void> {
    const control = await this.#control();
    await control.reset();
    this.#fill = filler(await takeGuise(this.#simulator.url, this.#world));
    this.#state = undefined;
  }

  async leave(): Promise<void> {
    this.#wire.close();
    const { worlds } = this.#simulator;
    for (const { id } of await worlds.list()) {
      const isAnothers = id.startsWith(FUZZ) && !id.startsWith(this.#world);
      if (!isAnothers) await worlds.end(id);
    }
  }

  /** Throws where the simulator does what it may not. */
  async attack(attack: Attack): Promise<void> {
    // Papers wear out: an attack may have signed itself out.
    if (++this.#sent % RENEW_EVERY === 0) await this.begin();
    try {
      await this.#attack(attack);
    } catch (error) {
      const { message } = error as Error;
      // Of a server that closes while its client still sends, the last words may be lost; and
      // what is seen may be the attack before, which its client cut off.
      if (this.#isAlone && message !== CLOSED) throw error;
      await this.#attack(attack);
      this.#tally.passing.push(`${message} ${JSON.stringify(attack, abridge)}`);
    } finally {
      const { requests, delivery } = attack;
      this.#isAlone = delivery !== "cut" && requests.every(isWhole);
    }
  }

  /** A finding leaves a fresh world behind: it is no part of what is tried next. */
  async #attack(attack: Attack): Promise<void> {
    try {
      await this.#send(attack);
    } catch (error) {
      await this.begin();
      throw error;
    }
  }

  async #send({ requests, delivery }: Attack): Promise<void> {
    const before = (this.#state ??= await this.#look());
    const whole = requests.every(isWhole);
    const { answers, took } = await this.#wire.exchange(
      Buffer.concat(requests.map((request) => bytesOf(request, this.#fill))),
      requests.map(({ method }) => method),
      delivery,
      whole,
    );
    this.#tally.add(requests.length, answers, took);
    if (whole && delivery !== "cut" && answers.length === 0) {
      throw new Error(CLOSED);
    }
    const isRefused =
      answers.length >= requests.length && answers.every(isRefusal);
    const after = await this.#look();
    const mayFail = answers.some(
      ({ status }) => status === 201 || status === 303,
    );
    for (const [index, answer] of answers.entries()) {
      const target = requests[index]?.target ?? "";
      const flaw = flawOf(answer, target, mayFail && requests.length > 1);
      if (flaw !== undefined) throw new Error(flaw);
    }
    if (isRefused && !requests.some(isSignIn) && after !== before) {
      throw new Error(
        `It is refused, and changes something.\n${difference(before, after)}`,
      );
    }
    this.#state = after;
    if (!after.includes(NO_FAULTS)) {
      const control = await this.#control();
      await control.clearFaults();
      this.#state = undefined;
    }
  }

  async #control(): Promise<Control> {
    const levers = await this.#simulator.levers();
    return levers(this.#world);
  }

  /** All that a request could have changed in the world, as text. */
  async #look(): Promise<string> {
    const control = await this.#control();
    const { worlds } = this.#simulator;
    const world = await worlds.enter(this.#world);
    return JSON.stringify({
      faults: await control.faults(),
      clock: world?.header.clockOffset,
      scenario: world?.header.scenario,
      messages: await control.messages(),
      taxpayers: await world?.portal.taxpayers.list(),
    });
  }
}

/** How the names of all attackers' worlds begin. */
const FUZZ = "fuzz-";
const CLOSED = "The connection is closed without an answer.";
const RENEW_EVERY = 40;
const NO_FAULTS = `"faults":[]`;

/** A refused sign-in counts: as on the portal, three of them lock the account. */
function isSignIn({ target }: { readonly target: string }): boolean {
  return /login/i.test(target);
}
