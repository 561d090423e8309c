import { readFileSync } from "node:fs";
import type { RequestHandler } from "express";
import type { ControlDoor, ServerParts } from "./control/door.ts";
import { namedScenario } from "./control/named-scenario.ts";
import { Refusal } from "./control/refusal.ts";
import { classroom } from "./domain/classroom.ts";
import type { Edition } from "./domain/editions.ts";
import { SCENARIOS } from "./domain/scenarios.ts";
import type { Scenario } from "./domain/scenario.ts";
import { SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";
import type { WorldHeader } from "./store/store.ts";
import { late } from "./web/late.ts";

/** The control plane, and the scenarios that it knows. */
export interface StartControl {
  /** The scenario of the settings. */
  readonly scenario: Scenario;
  /** Finds a scenario again from what a world's header says of it. */
  readonly scenarioOf: (header: WorldHeader["scenario"]) => Scenario;
  /** What is behind the door; loaded at the first call. */
  readonly door: () => Promise<ControlDoor>;
  /** The control plane over HTTP, which the first request loads. */
  readonly handler: (server: ServerParts) => RequestHandler;
}

/**
 * Finds the scenario to begin in, and leaves the control plane to be loaded when somebody
 * pulls a lever: what checks their bodies takes a seventh of a start.
 */
export async function startControl(
  settings: Settings,
  edition: Edition,
): Promise<StartControl> {
  const { scenario: source, store, trainees } = settings;
  const scenarios = new Map(SCENARIOS).set("classroom", classroom(trainees));
  let open: ControlDoor | undefined;
  const door = async () => {
    if (open) return open;
    const { openDoor } = await import("./control/door.ts");
    return (open ??= openDoor(edition, scenarios));
  };
  const isFile = source.endsWith(".json");
  // Whoever shares the store may have put a scenario of their own.
  if (isFile || store !== "memory") open = await door();

  const described = (body: unknown) => {
    if (!open) throw new Error("nobody has described a scenario yet");
    return open.scenario(body);
  };
  const scenario = explained(source, () =>
    isFile ? described(readJson(source)) : namedScenario(source, scenarios),
  );
  scenarios.set(scenario.name, scenario);
  return {
    scenario,
    scenarioOf: ({ name, json }) =>
      json === undefined
        ? namedScenario(name, scenarios)
        : described(JSON.parse(json)),
    door,
    handler: (server) => late(async () => (await door()).router(server)),
  };
}

function explained(source: string, find: () => Scenario): Scenario {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new SettingsError(`--scenario ${source}: ${error.message}`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      code === "ENOENT"
        ? `--scenario ${file}: There is no such file.`
        : `--scenario ${file} cannot be read as JSON: ${message}.`,
    );
  }
}
