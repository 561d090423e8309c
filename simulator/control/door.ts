import type { Router } from "express";
import type { Edition } from "../domain/editions.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { World } from "../worlds.ts";
import { WorldControl } from "./control.ts";
import type { ControlParts } from "./control.ts";
import type { Control } from "./levers.ts";
import { controlPlane } from "./router.ts";
import type { ControlPlaneParts } from "./router.ts";
import { parseScenario } from "./scenario-wire.ts";
import { createSchemas } from "./schemas.ts";

/** What the control plane needs of the server that it is mounted on. */
export type ServerParts = Omit<ControlPlaneParts, keyof ControlParts>;

/** The control plane of an edition: all that is behind this door may be loaded late. */
export interface ControlDoor {
  /** The levers of a world, which `enter` finds anew for each call. */
  readonly levers: (enter: () => Promise<World>) => Control;
  /** The same over HTTP. */
  readonly router: (server: ServerParts) => Router;
  /** The scenario that a body names or describes; a `Refusal` where it is wrong. */
  readonly scenario: (body: unknown) => Scenario;
}

/** @param scenarios those that have a name */
export function openDoor(
  edition: Edition,
  scenarios: ReadonlyMap<string, Scenario>,
): ControlDoor {
  const schemas = createSchemas(edition);
  const parts = { schemas, scenarios };
  return {
    levers: (enter) => new WorldControl(enter, parts),
    router: (server) => controlPlane({ ...server, ...parts }),
    scenario: (body) => parseScenario(body, schemas, scenarios),
  };
}
