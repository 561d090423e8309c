import { randomBytes } from "node:crypto";
import { test as base } from "@playwright/test";
import type { APIRequestContext } from "@playwright/test";
import type { EditionName } from "../contract/clause.ts";
import type { Target } from "../conformance/run/browsing.ts";
import { controlHeaders } from "../kit/control-client.ts";
import { startSimulator } from "../../simulator/index.ts";
import type { Control } from "../../simulator/index.ts";
import { unchanged } from "./change.ts";
import type { Change } from "./change.ts";
import { changePortal } from "./changed-portal.ts";

/** A simulator of one edition behind a proxy that can alter what it says. */
export interface Portal extends AsyncDisposable {
  readonly edition: EditionName;
  readonly target: Target;
  /** Makes it anew: nobody has signed in, and everything is as `change` has it. */
  readonly renew: (change?: Change) => void;
  /** Alters what it says from now on. */
  readonly alter: (change: Change) => void;
  /** The levers of the portal as it now is. */
  readonly control: () => Control;
  /** Signs a browser's context in, or anyone who keeps cookies. */
  readonly signIn: (request: APIRequestContext) => Promise<void>;
}

const TAXPAYER = "never_enabled";

async function startPortal(edition: EditionName): Promise<Portal> {
  const simulator = await startSimulator({ edition, captcha: "246810" });
  const proxy = await changePortal(simulator.url);
  let world = "default";
  const renew = (change = unchanged) => {
    world = `mutants-${randomBytes(6).toString("hex")}`;
    Object.assign(proxy, { change, headers: controlHeaders({ world }) });
  };
  renew();
  return {
    edition,
    target: {
      url: proxy.url,
      edition,
      credentials: {
        username: TAXPAYER,
        password: "Simulator@1",
        captcha: "246810",
      },
      timeout: 20_000,
    },
    renew,
    alter: (change) => {
      proxy.change = change;
    },
    control: () => simulator.world(world),
    signIn: async (request) => {
      const path = `/__simulator/taxpayers/${TAXPAYER}/sign-in`;
      const answer = await request.post(new URL(path, proxy.url).href);
      if (!answer.ok()) throw new Error(await answer.text());
    },
    [Symbol.asyncDispose]: async () => {
      await proxy[Symbol.asyncDispose]();
      await simulator.close();
    },
  };
}

/** Playwright's `test` with a portal of each edition for each worker. */
export const test = base.extend<
  object,
  { portals: Readonly<Record<EditionName, Portal>> }
>({
  portals: [
    // Playwright wants a pattern here, also where nothing is asked for.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await using of2017 = await startPortal("2017");
      await using of2026 = await startPortal("2026");
      await use({ "2017": of2017, "2026": of2026 });
    },
    { scope: "worker" },
  ],
});
