import { startSimulator } from "../../../simulator/index.ts";
import type { SimulatorOptions } from "../../../simulator/index.ts";
import { openDoor } from "../../support/front-door.ts";
import { withRedis } from "../../support/redis.ts";
import { test as base } from "../support/test.ts";

export { expect } from "../support/test.ts";

interface Instances {
  instanceOptions: SimulatorOptions;
  /** The addresses of two instances on a Redis of this test's own. */
  instances: readonly [string, string];
}

/** `test` on two instances that share a store, by a door that leads to one and the other. */
export const test = base.extend(withRedis).extend<Instances>({
  instanceOptions: [{}, { option: true }],
  instances: async ({ redis, instanceOptions }, use) => {
    const options = { ...instanceOptions, store: redis.url };
    await using one = await startSimulator(options);
    await using two = await startSimulator(options);
    await use([one.url, two.url]);
  },
  address: async ({ instances }, use) => {
    await using door = await openDoor(instances);
    await use({ url: door.url, token: undefined });
  },
});
