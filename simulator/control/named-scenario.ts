import type { Scenario } from "../domain/scenario.ts";
import { Refusal } from "./refusal.ts";

/** The scenario of that name, or a `Refusal` that lists those there are. */
export function namedScenario(
  name: string,
  known: ReadonlyMap<string, Scenario>,
): Scenario {
  const scenario = known.get(name);
  if (scenario) return scenario;
  throw new Refusal(400, {
    message: `There is no scenario "${name.slice(0, 60)}"; there is ${[...known.keys()].join(", ")}.`,
    path: "name",
    known: [...known.keys()],
  });
}
