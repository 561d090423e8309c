import type { EditionName } from "../../simulator/domain/editions.ts";
import { completeSettings } from "../../simulator/settings.ts";
import { start } from "../../simulator/start.ts";
import { playRound } from "./round.ts";
import { Tally } from "./tally.ts";

/** The number of attacks in a round, which begins with a fresh world. */
const ROUND = 1_000;
/** Rounds that are under way at once. */
const LANES = 8;

export interface Campaign {
  readonly seed: number;
  readonly requests: number;
  readonly edition: EditionName;
  /** Told after each round. */
  readonly progress?: (tally: Tally) => void;
}

/** What a campaign found: nothing, or a text that says what and how to see it again. */
export interface Outcome {
  readonly finding: string | undefined;
  readonly tally: Tally;
}

/**
 * Starts a simulator in this process and sends it hostile requests until there are as many as
 * asked for, or something is found. Round n has the seed `seed + n`, so that one round alone
 * can be played again.
 */
export async function attack({
  seed,
  requests,
  edition,
  progress = () => undefined,
}: Campaign): Promise<Outcome> {
  // The limit on sign-ins is out of the way: behind it nothing else would be seen.
  const simulator = await start(
    completeSettings({ edition, log: "silent", signInsPerMinute: 1_000_000 }),
  );
  const tally = new Tally();
  let next = seed;
  let finding: string | undefined;
  const playRounds = async () => {
    while (tally.requests < requests && finding === undefined) {
      const left = Math.ceil((requests - tally.requests) / LANES);
      const attacks = Math.min(ROUND, left);
      const found = await playRound(
        simulator,
        { seed: next++, attacks },
        tally,
      );
      finding ??= found;
      progress(tally);
    }
  };
  await Promise.all(Array.from({ length: LANES }, playRounds));
  await simulator.close();
  return { finding: finding ?? pollution(), tally };
}

/** Whether somebody's `__proto__` has become every object's. */
function pollution(): string | undefined {
  const keys = Object.keys(Object.prototype);
  return keys.length > 0
    ? `Every object now has ${keys.join(", ")}.`
    : undefined;
}
