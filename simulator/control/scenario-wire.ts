import { createScenario } from "../domain/scenario.ts";
import type { Scenario } from "../domain/scenario.ts";
import { namedScenario } from "./named-scenario.ts";
import { parse } from "./parse.ts";
import { Refusal } from "./refusal.ts";
import type { Schemas } from "./schemas.ts";
import { fromBody, toScenarioBody } from "./taxpayer-wire.ts";
import type { ScenarioAnswer } from "./wire.ts";

/**
 * The scenario that `input` names or describes, or a `Refusal` with the path of the field
 * that is wrong.
 *
 * @param known the scenarios that can be named
 */
export function parseScenario(
  input: unknown,
  schemas: Schemas,
  known: ReadonlyMap<string, Scenario>,
): Scenario {
  const { name, taxpayers } = parse(schemas.scenario, input);
  if (!taxpayers) return namedScenario(name, known);
  const seen = new Set<string>();
  const entries = taxpayers.map((body, index) => {
    const key = body.username.toLowerCase();
    if (seen.has(key)) {
      throw new Refusal(400, {
        message: `"${body.username}" is in the list twice.`,
        path: `taxpayers[${index}].username`,
      });
    }
    seen.add(key);
    return {
      username: body.username,
      at: (now: number) => fromBody(body.username, body, schemas, now),
    };
  });
  return createScenario(name, entries);
}

/** A scenario in the form in which it can be put again, as it stood at `startedAt`. */
export function describeScenario(
  scenario: Scenario,
  startedAt: number,
): ScenarioAnswer {
  return {
    name: scenario.name,
    taxpayers: [...scenario.entries.values()].map((entry) =>
      toScenarioBody(entry.at(startedAt)),
    ),
  };
}
