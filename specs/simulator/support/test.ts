import { startSimulator } from "../../../simulator/index.ts";
import type { SimulatorOptions } from "../../../simulator/index.ts";
import { test as kit } from "../../kit/index.ts";
import { Visitor } from "./visitor.ts";

export { expect } from "../../kit/index.ts";

interface OwnOptions {
  /** How the test's own simulator is started; without it, the worker's is used. */
  own: SimulatorOptions | undefined;
}

interface Visitors {
  /** Somebody in this test's world. */
  visitor: Visitor;
  /** Somebody else in this test's world, with cookies of their own. */
  otherVisitor: Visitor;
}

/**
 * The kit's `test`, with visitors who need no browser. Whatever simulator they need, all specs
 * here share their workers: to start another worker takes as long as many tests.
 */
export const test = kit.extend<OwnOptions & Visitors>({
  own: [undefined, { option: true }],
  address: async ({ own, address }, use) => {
    if (!own) {
      await use(address);
      return;
    }
    await using simulator = await startSimulator(own);
    await use({ url: simulator.url, token: own.controlToken });
  },
  visitor: async ({ request }, use) => {
    await use(new Visitor(request));
  },
  otherVisitor: async ({ playwright, address, control }, use) => {
    const request = await playwright.request.newContext({
      baseURL: address.url,
      extraHTTPHeaders: { "X-Simulator-World": control.world },
    });
    await use(new Visitor(request));
    await request.dispose();
  },
});
