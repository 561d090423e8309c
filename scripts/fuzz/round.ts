import fc from "fast-check";
import type { RunningSimulator } from "../../simulator/start.ts";
import { Attacker, abridge } from "./attacker.ts";
import { attacks } from "./generators/requests.ts";
import type { Attack } from "./generators/requests.ts";
import { routesOf } from "./routes.ts";
import type { Tally } from "./tally.ts";

export interface Round {
  readonly seed: number;
  /** How many attacks; each is one request or a few. */
  readonly attacks: number;
}

/**
 * Attacks a simulator from a world of its own, and resolves to what it found, with the
 * smallest attack that shows it; to nothing where all is well. The same seed attacks alike.
 */
export async function playRound(
  simulator: RunningSimulator,
  { seed, attacks: numRuns }: Round,
  tally: Tally,
): Promise<string | undefined> {
  const attacker = new Attacker(simulator, tally);
  await attacker.begin();
  const property = fc.asyncProperty(
    attacks(await routesOf(simulator)),
    (attack) => attacker.attack(attack),
  );
  const outcome = await fc.check(property, {
    seed,
    numRuns,
    // A hang takes long, and finding the smallest one takes many.
    plugins: [fc.interruptAfterTimeLimit(ENOUGH)],
  });
  await attacker.leave();
  if (!outcome.failed) return undefined;
  const [attack] = (outcome.counterexample ?? []) as readonly Attack[];
  return `${(outcome.errorInstance as Error).message}\nSeed ${seed}, after ${outcome.numRuns} attacks; the smallest that shows it:\n${JSON.stringify(attack, abridge, 2)}`;
}

/** How long a round may take, in milliseconds. */
const ENOUGH = 120_000;
