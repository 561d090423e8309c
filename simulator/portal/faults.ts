import { FAULTS_AT_MOST, describeFault, strike } from "../domain/faults.ts";
import type { Fault, FaultTarget } from "../domain/faults.ts";
import type { PortalContext } from "./context.ts";
import type { Journal } from "./journal.ts";

/** All faults of a world are one record, so that taking one is atomic. */
const QUEUE = "queue";

/** The faults that are armed in one world, in the order in which they came. */
export class Faults {
  readonly #context: PortalContext;
  readonly #journal: Journal;

  constructor(context: PortalContext, journal: Journal) {
    this.#context = context;
    this.#journal = journal;
  }

  /** The queue; a fault that has struck as often as it should is gone from it. */
  async list(): Promise<readonly Fault[]> {
    const { store, world } = this.#context;
    return (await store.get(world, "faults", QUEUE)) ?? [];
  }

  /** Arms a fault and returns the queue; `undefined` where the queue is full. */
  async add(fault: Fault): Promise<readonly Fault[] | undefined> {
    const { store, world } = this.#context;
    let isFull = false as boolean;
    const queue = await store.update(world, "faults", QUEUE, (current = []) => {
      isFull = current.length >= FAULTS_AT_MOST;
      return isFull ? current : [...current, fault];
    });
    return isFull ? undefined : queue;
  }

  async clear(): Promise<void> {
    const { store, world } = this.#context;
    await store.update(world, "faults", QUEUE, () => undefined);
  }

  /**
   * The fault that strikes a request, which counts as one of its times and is journaled.
   * Ask before anything is done for the request, so that a fault leaves no half of a change.
   */
  async next(
    target: FaultTarget,
    username?: string,
  ): Promise<Fault | undefined> {
    const { store, world } = this.#context;
    // Nearly always there is none: then nothing is written.
    if ((await store.get(world, "faults", QUEUE)) === undefined) {
      return undefined;
    }
    return store.together(world, QUEUE, async () => {
      let struck: Fault | undefined;
      await store.update(world, "faults", QUEUE, (current = []) => {
        const { fault, queue } = strike(current, target);
        struck = fault;
        return queue.length > 0 ? queue : undefined;
      });
      if (struck) {
        await this.#journal.note("fault", username, describeFault(struck));
      }
      return struck;
    });
  }
}
