import type { Browsing } from "../run/browsing.ts";
import { Unreachable, pause, reasonOf, within } from "../run/waiting.ts";
import { same } from "../view/text.ts";
import { isYesChosen, shownDuration } from "../visits/api-access.ts";
import { disable, enable } from "../visits/confirm.ts";
import type { Order } from "./order.ts";
import type { SignedIn } from "./signed-in.ts";

/** What Manage API Access shows: the duration where Yes is chosen. */
type State = { readonly on: string } | "off";

/** So many times what one thing may take is tried to put the switch back. */
const TRIES = 3;

/** The switch of a taxpayer whose API access is about to be changed. */
export class Switch {
  readonly #taxpayer: SignedIn;
  readonly #order: Order;
  readonly #state: State;

  private constructor(taxpayer: SignedIn, order: Order, state: State) {
    this.#taxpayer = taxpayer;
    this.#order = order;
    this.#state = state;
  }

  /** Notes where it stands. Throws where the page does not show it. */
  static async note(taxpayer: SignedIn, order: Order): Promise<Switch> {
    const state = await read(taxpayer.browsing).catch(
      async (error: unknown) => {
        if (await taxpayer.renew()) return read(taxpayer.browsing);
        throw error;
      },
    );
    order.say(`The switch shows ${textOf(state)}. It is put back at the end.`);
    order.atStake?.(byHand(order.target.url, state));
    return new Switch(taxpayer, order, state);
  }

  /**
   * Puts it back, and tries again for a while where something is in the way.
   *
   * @returns what a person must do where that was in vain
   */
  async putBack(): Promise<string | undefined> {
    const { target, say, atStake } = this.#order;
    const end = performance.now() + TRIES * target.timeout;
    let problem: string | undefined;
    do {
      if (problem !== undefined) await pause(500);
      problem = await this.#try().then(() => undefined, reasonOf);
    } while (problem !== undefined && performance.now() < end);
    if (problem === undefined) {
      say(`The switch is back on ${textOf(this.#state)}.`);
      atStake?.(undefined);
      return undefined;
    }
    return `${byHand(target.url, this.#state)} (${problem})`;
  }

  async #try(): Promise<void> {
    const { timeout } = this.#order.target;
    const taxpayer = this.#taxpayer;
    const once = () =>
      within(
        moveTo(taxpayer.browsing, this.#state),
        2 * TRIES * timeout,
        "The portal did not come to an end.",
      );
    // Whatever the page is still doing must not cross what is done here.
    await taxpayer.replace();
    try {
      await once();
    } catch (error) {
      if (!(await taxpayer.renew())) throw error;
      await once();
    }
  }
}

async function read(browsing: Browsing): Promise<State> {
  await browsing.portal.manageApiAccess.open();
  await browsing.seeText(browsing.shown.apiAccess.label);
  const view = await browsing.settle();
  if (!isYesChosen(view)) return "off";
  const duration = shownDuration(view) ?? "";
  if (/\d/.test(duration)) return { on: duration };
  throw new Unreachable("Manage API Access shows Yes without a duration.");
}

async function moveTo(browsing: Browsing, state: State): Promise<void> {
  if (isSame(await read(browsing), state)) return;
  if (state === "off") await disable(browsing);
  else await enable(browsing, state.on);
  if (isSame(await read(browsing), state)) return;
  throw new Unreachable("The portal said that it was done, and it was not.");
}

function textOf(state: State): string {
  return state === "off" ? "No" : `Yes, ${state.on}`;
}

function byHand(url: string, state: State): string {
  const choice = state === "off" ? "NO" : `YES AND ${state.on.toUpperCase()}`;
  return `THE SWITCH WAS NOT PUT BACK. SIGN IN AT ${url}, OPEN MANAGE API ACCESS, CHOOSE ${choice} AND PRESS CONFIRM.`;
}

function isSame(one: State, other: State): boolean {
  if (one === "off" || other === "off") return one === other;
  return same(one.on, other.on);
}
