import { test as kit } from "../../kit/index.ts";
import { Visitor } from "./visitor.ts";

export { expect } from "../../kit/index.ts";

interface Visitors {
  /** Somebody in this test's world. */
  visitor: Visitor;
  /** Somebody else in this test's world, with cookies of their own. */
  otherVisitor: Visitor;
}

/** The kit's `test`, with visitors who need no browser. */
export const test = kit.extend<Visitors>({
  visitor: async ({ request }, use) => {
    await use(new Visitor(request));
  },
  otherVisitor: async ({ playwright, simulator, control }, use) => {
    const request = await playwright.request.newContext({
      baseURL: simulator.url,
      extraHTTPHeaders: { "X-Simulator-World": control.world },
    });
    await use(new Visitor(request));
    await request.dispose();
  },
});
