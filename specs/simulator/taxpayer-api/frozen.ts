import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { DURATIONS, EDITIONS } from "../../../simulator/domain/editions.ts";
import type { DurationLabel } from "../../../simulator/domain/editions.ts";
import { SCENARIOS } from "../../../simulator/domain/scenarios.ts";
import type { Taxpayer } from "../../../simulator/domain/taxpayer.ts";
import type { Portal } from "../../../simulator/portal/portal.ts";
import { DEFAULTS } from "../../../simulator/settings.ts";
import type { Settings } from "../../../simulator/settings.ts";
import { apiRules, createApiParts } from "../../../simulator/start-api.ts";
import { MemoryStore } from "../../../simulator/store/memory.ts";
import { taxpayerApi } from "../../../simulator/taxpayer-api/router.ts";
import { readCookies } from "../../../simulator/web/middleware/read-cookies.ts";
import { tidyPath } from "../../../simulator/web/middleware/tidy-path.ts";
import { enterWorld } from "../../../simulator/web/middleware/world.ts";
import { Worlds } from "../../../simulator/worlds.ts";
import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import type {
  TaxpayerApiClient,
  TaxpayerApiClientOptions,
} from "../../kit/taxpayer-api-client.ts";
import { test as base } from "../support/test.ts";

export { expect } from "../support/test.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The taxpayer API over HTTP on a clock that stands still, for boundaries to the millisecond. */
export interface FrozenApi {
  readonly url: string;
  readonly portal: Portal;
  /** Sets the clock, in milliseconds from where it first stood. */
  at(milliseconds: number): Promise<void>;
  /** The taxpayer chooses on Manage API Access, now. */
  choose(label: DurationLabel | "No"): Promise<void>;
  /** A client program of the taxpayer's. */
  client(options?: Partial<TaxpayerApiClientOptions>): TaxpayerApiClient;
  /** A client that has logged in, now. */
  loggedIn(
    options?: Partial<TaxpayerApiClientOptions>,
  ): Promise<TaxpayerApiClient>;
  taxpayer(): Promise<Taxpayer>;
  /** All that a refused call must leave as it is. */
  state(): Promise<object>;
}

/** Of the default scenario: has chosen nothing. */
const USERNAME = "never_enabled";
const START = Date.UTC(2026, 3, 1, 6, 30);

export const test = base.extend<{
  settings: Partial<Settings>;
  api: FrozenApi;
}>({
  settings: [{}, { option: true }],

  api: async ({ settings: given }, use) => {
    const settings = { ...DEFAULTS, ...given };
    const store = new MemoryStore();
    const worlds = new Worlds({
      store,
      clock: { now: () => START },
      edition: EDITIONS.get("2017")!,
      newCaptcha: () => "",
      newOtp: () => (settings.otp === "fixed" ? "575757" : nextOtp()),
      apiRules: apiRules(settings),
      scenario: SCENARIOS.get("default")!,
      scenarioOf: ({ name }) => SCENARIOS.get(name)!,
      limit: 10,
    });
    const app = express();
    app.use(readCookies, tidyPath, enterWorld(worlds));
    app.use(taxpayerApi(await createApiParts(settings, store)));
    const server = createServer(app);
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const world = (await worlds.enter("default"))!;
    const { portal } = world;
    const { username, gstin } = (await portal.taxpayers.find(USERNAME))!;

    const api: FrozenApi = {
      url,
      portal,
      at: (milliseconds) => world.setNow(START + milliseconds),
      choose: async (label) => {
        await portal.changeApiAccess(
          username,
          label === "No"
            ? { enable: false }
            : { enable: true, duration: DURATIONS[label] },
        );
      },
      client: (options) =>
        createTaxpayerApiClient({ baseUrl: url, username, gstin, ...options }),
      loggedIn: async (options) => {
        const client = api.client(options);
        await client.requestOtp();
        const reply = await client.authenticate("575757");
        if (!reply.ok) throw new Error(`no login: ${reply.code}`);
        return client;
      },
      taxpayer: async () => (await portal.taxpayers.find(username))!,
      state: async () => ({
        taxpayers: await portal.taxpayers.list(),
        logins: await store.list("default", "apiLogins"),
        messages: await portal.messages.list(),
      }),
    };
    await use(api);
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  },
});

let otps = 0;

/** Another one each time, but known beforehand: a test does not depend on luck. */
function nextOtp(): string {
  return String(100_000 + (otps++ % 900_000));
}

/** Sends JSON, with whatever headers a face needs, and reads the JSON that comes back. */
export async function exchange(
  url: string,
  {
    method = "POST",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: object } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown>,
  };
}

/** `"ok"`, or the code of a refusal. */
export async function outcome(
  reply: Promise<{ ok: true } | { ok: false; code: string }>,
): Promise<string> {
  const settled = await reply;
  return settled.ok ? "ok" : settled.code;
}
