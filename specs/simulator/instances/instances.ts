import type { PlaywrightWorkerArgs } from "@playwright/test";
import { startSimulator } from "../../../simulator/index.ts";
import type { Control, SimulatorOptions } from "../../../simulator/index.ts";
import { controlClient } from "../../kit/control-client.ts";
import { openDoor } from "../../support/front-door.ts";
import { test as base } from "../../support/redis.ts";
import { Visitor } from "../support/visitor.ts";

export { expect } from "@playwright/test";

interface Instances {
  instanceOptions: SimulatorOptions;
  /** A Redis database of this test's own. */
  store: string;
  /** The addresses of two instances on it. */
  instances: readonly [string, string];
  /** The address of a door that leads to them in turn. */
  door: string;
  /** The levers, through the door. */
  control: Control;
  /** Somebody with a browser, at the door. */
  visitor: Visitor;
  /** Somebody else. */
  otherVisitor: Visitor;
}

/** `test` on two instances that share a store, and a door that leads to one and the other. */
export const test = base.extend<Instances>({
  instanceOptions: [{}, { option: true }],
  store: ({ redis }, use) => use(redis.url),
  instances: async ({ store, instanceOptions }, use) => {
    const options = { ...instanceOptions, store };
    await using one = await startSimulator(options);
    await using two = await startSimulator(options);
    await use([one.url, two.url]);
  },
  door: async ({ instances }, use) => {
    await using door = await openDoor(instances);
    await use(door.url);
  },
  control: ({ door }, use) => use(controlClient({ url: door })),
  visitor: visitorAtDoor(),
  otherVisitor: visitorAtDoor(),
});

function visitorAtDoor() {
  return async (
    { playwright, door }: PlaywrightWorkerArgs & Pick<Instances, "door">,
    use: (visitor: Visitor) => Promise<void>,
  ) => {
    const request = await playwright.request.newContext({ baseURL: door });
    await use(new Visitor(request));
    await request.dispose();
  };
}
