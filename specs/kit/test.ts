import { randomBytes } from "node:crypto";
import { test as base } from "@playwright/test";
import type { TestInfo } from "@playwright/test";
import { startSimulator } from "../../simulator/index.ts";
import type {
  Control,
  ScenarioBody,
  Simulator,
  SimulatorOptions,
} from "../../simulator/index.ts";
import { controlClient, controlHeaders, endWorld } from "./control-client.ts";
import { portalPages } from "./pages/portal-pages.ts";
import type { PortalPages } from "./pages/portal-pages.ts";

export interface KitOptions {
  /** The scenario that each test begins in: a name, or one of your own. */
  scenario: string | ScenarioBody;
}

export interface KitWorkerOptions {
  /** The portal as it was in that year. */
  edition: "2017" | "2026";
  /** Further options of the simulator that the kit starts. */
  simulatorOptions: SimulatorOptions;
  /** A simulator that runs already, to be shared; else each worker starts its own. */
  simulatorUrl: string | undefined;
  /** The control token of a shared simulator, where it has one. */
  controlToken: string | undefined;
}

export interface KitFixtures {
  /** Where this test's portal is, and the control token it asks for. */
  address: { readonly url: string; readonly token: string | undefined };
  /** The levers of this test's own world. Its id is `world`. */
  control: Control & { readonly world: string };
  /**
   * Signs this test's browser in as a taxpayer, without the login page. Nothing is open
   * afterwards; go to `/services/auth/`.
   */
  signedIn: (username: string) => Promise<void>;
  /** The pages of the portal in this test's `page`. */
  portal: PortalPages;
}

export interface KitWorkerFixtures {
  simulator: Pick<Simulator, "url" | "control" | "world">;
}

/**
 * Playwright's `test` with a simulated portal. Each test has a world of its own, so tests
 * may run in parallel, on one simulator a worker or on one for all. The browser of the test
 * (`page`, `context`) and its `request` are in that world; `baseURL` is the simulator.
 */
export const test = base.extend<
  KitOptions & KitFixtures,
  KitWorkerOptions & KitWorkerFixtures
>({
  scenario: ["default", { option: true }],
  edition: ["2017", { option: true, scope: "worker" }],
  simulatorOptions: [{}, { option: true, scope: "worker" }],
  simulatorUrl: [undefined, { option: true, scope: "worker" }],
  controlToken: [undefined, { option: true, scope: "worker" }],

  simulator: [
    async (
      { edition, simulatorOptions, simulatorUrl: url, controlToken: token },
      use,
    ) => {
      if (url !== undefined) {
        const world = (id: string) => controlClient({ url, token, world: id });
        await use({ url, control: world("default"), world });
        return;
      }
      await using simulator = await startSimulator({
        edition,
        ...simulatorOptions,
        ...(token !== undefined && { controlToken: token }),
      });
      await use(simulator);
    },
    { scope: "worker" },
  ],

  address: ({ simulator, controlToken: token }, use) =>
    use({ url: simulator.url, token }),

  baseURL: ({ address }, use) => use(address.url),

  control: async ({ address, scenario }, use, testInfo) => {
    const here = { ...address, world: worldId(testInfo) };
    const control = controlClient(here);
    if (scenario !== "default") await control.scenario(scenario);
    await use({ ...control, world: here.world });
    if (testInfo.status !== testInfo.expectedStatus) {
      await attachWorld(testInfo, control);
    }
    await endWorld(here);
  },

  context: async ({ context, control, address }, use) => {
    await context.addCookies([
      { name: "SimulatorWorld", value: control.world, url: address.url },
    ]);
    await use(context);
  },

  request: async ({ playwright, control, address }, use) => {
    const request = await playwright.request.newContext({
      baseURL: address.url,
      extraHTTPHeaders: controlHeaders({ world: control.world }),
    });
    await use(request);
    await request.dispose();
  },

  portal: ({ page, address }, use) => use(portalPages(page, address.url)),

  signedIn: ({ context, control, address: { token } }, use) =>
    use(async (username) => {
      // Through the browser's own requests, so that it keeps the cookie.
      const answer = await context.request.post(
        `/__simulator/taxpayers/${encodeURIComponent(username)}/sign-in`,
        { headers: controlHeaders({ world: control.world, token }) },
      );
      if (!answer.ok()) throw new Error(await answer.text());
    }),
});

/** A name that is nobody else's and tells a person which test it is. */
function worldId(testInfo: TestInfo): string {
  const title = testInfo.title.replaceAll(/[^A-Za-z0-9]+/g, "-").slice(0, 40);
  return `test-${title}-${randomBytes(6).toString("hex")}`;
}

/** Puts what a failed test's world holds and saw into its report. */
async function attachWorld(
  testInfo: TestInfo,
  control: Control,
): Promise<void> {
  const taxpayers = await control.taxpayers();
  const parts = {
    "world-journal": await control.journal(),
    "world-state": {
      now: await control.now(),
      taxpayers: taxpayers.map(({ password: _, ...rest }) => rest),
    },
  };
  for (const [name, value] of Object.entries(parts)) {
    await testInfo.attach(`${name}.json`, {
      contentType: "application/json",
      body: JSON.stringify(value, undefined, 2),
    });
  }
}
