import type { Taxpayer } from "./taxpayer.ts";

/** One taxpayer of a scenario, as it stands when the scenario begins at `now`. */
export interface ScenarioEntry {
  readonly username: string;
  /** What the taxpayer is there for, in a few words. */
  readonly situation?: string;
  at(now: number): Taxpayer;
}

/** A named set of taxpayers in named situations. Keys are user names in lower case. */
export interface Scenario {
  readonly name: string;
  readonly entries: ReadonlyMap<string, ScenarioEntry>;
}

/** Builds a scenario; a later entry replaces an earlier one of the same user name. */
export function createScenario(
  name: string,
  entries: readonly ScenarioEntry[],
): Scenario {
  return {
    name,
    entries: new Map(entries.map((e) => [e.username.toLowerCase(), e])),
  };
}
