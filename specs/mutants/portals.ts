import { randomUUID } from "node:crypto";
import { test as base } from "@playwright/test";
import type { APIRequestContext, Browser } from "@playwright/test";
import type { EditionName } from "../contract/clause.ts";
import { browse } from "../conformance/run/browsing.ts";
import type { Browsing, Target } from "../conformance/run/browsing.ts";
import type { Visit } from "../conformance/visit.ts";
import { controlHeaders } from "../kit/control-client.ts";
import { startSimulator } from "../../simulator/index.ts";
import { unchanged } from "./change.ts";
import type { Change } from "./change.ts";
import { changePortal } from "./changed-portal.ts";

/** A simulator of one edition, seen through changes. */
export interface Portal extends AsyncDisposable {
  readonly edition: EditionName;
  readonly target: Target;
  /** A seat that nobody else has: a browser's page in a world of its own. */
  readonly seat: (browser: Browser) => Promise<Seat>;
}

/** Where one thing after the other is tried. */
export interface Seat extends AsyncDisposable {
  readonly browsing: Browsing;
  readonly request: APIRequestContext;
  /** Begins anew, signed in or not; the portal is changed so from then on. */
  readonly begin: (as: Visit["as"], change?: Change) => Promise<void>;
}

const TAXPAYER = "never_enabled";
const CAPTCHA = "246810";

async function startPortal(edition: EditionName): Promise<Portal> {
  const simulator = await startSimulator({ edition, captcha: CAPTCHA });
  const changes = new Map<string, Change>();
  const proxy = await changePortal(
    simulator.url,
    ({ headers }) =>
      changes.get(headers["x-simulator-world"] ?? "") ?? unchanged,
  );
  const target: Target = {
    url: proxy.url,
    edition,
    credentials: {
      username: TAXPAYER,
      password: "Simulator@1",
      captcha: CAPTCHA,
    },
    timeout: 20_000,
  };
  const open = async (browser: Browser) => {
    const world = `changed-${randomUUID()}`;
    const context = await browser.newContext({
      extraHTTPHeaders: controlHeaders({ world }),
    });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const pull = async (lever: string) => {
      const at = new URL(`/__simulator/${lever}`, proxy.url).href;
      const answer = await context.request.post(at);
      if (!answer.ok()) throw new Error(await answer.text());
    };
    let before: Change = unchanged;
    const begin: Seat["begin"] = async (as, change = unchanged) => {
      changes.delete(world);
      await context.clearCookies();
      // A style sheet or a script may be another under another change.
      if (change !== before) await devtools.send("Network.clearBrowserCache");
      before = change;
      await pull("reset");
      if (as === "taxpayer") await pull(`taxpayers/${TAXPAYER}/sign-in`);
      changes.set(world, change);
    };
    return { browsing: browse(page, target), request: context.request, begin };
  };
  // To open a seat costs more than most of what is tried in it.
  const free: Awaited<ReturnType<typeof open>>[] = [];
  return {
    edition,
    target,
    seat: async (browser) => {
      const seat = free.pop() ?? (await open(browser));
      return {
        ...seat,
        [Symbol.asyncDispose]: () => {
          free.push(seat);
          return Promise.resolve();
        },
      };
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
