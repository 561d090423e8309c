import type { Control } from "./control/levers.ts";
import { completeSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { start } from "./start.ts";
import { DEFAULT_WORLD } from "./worlds.ts";

export type { Control } from "./control/levers.ts";
export type * from "./control/wire.ts";

/** How a simulator is to run; everything may be left out. The port is then a free one. */
export type SimulatorOptions = Partial<Settings>;

/** A simulator that runs in this process. */
export interface Simulator extends AsyncDisposable {
  /** Its address, such as `http://127.0.0.1:41707`. */
  readonly url: string;
  /** The levers of its default world. */
  readonly control: Control;
  /** The levers of another world, which comes to be at its first use. */
  world(id: string): Control;
  close(): Promise<void>;
}

/**
 * Starts a simulator in this process and resolves when it answers.
 *
 * ```ts
 * await using simulator = await startSimulator({ edition: "2017" });
 * await simulator.control.advance("PT6H");
 * ```
 *
 * Rejects with an error of one sentence where the options cannot be met.
 */
export async function startSimulator(
  options: SimulatorOptions = {},
): Promise<Simulator> {
  const { url, levers, close } = await start(completeSettings(options));
  const world = await levers();
  return {
    url,
    control: world(DEFAULT_WORLD),
    world,
    close,
    [Symbol.asyncDispose]: close,
  };
}
