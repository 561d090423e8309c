import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { Control } from "./control/levers.ts";
import { Refusal } from "./control/refusal.ts";
import { EDITIONS } from "./domain/editions.ts";
import type { Edition, SessionRules } from "./domain/editions.ts";
import type { Scenario } from "./domain/scenario.ts";
import { fontFile } from "./fonts.ts";
import { readLanguages } from "./languages.ts";
import type { Languages } from "./languages.ts";
import { openLog } from "./log.ts";
import type { Log } from "./log.ts";
import type { Settings } from "./settings.ts";
import { SettingsError } from "./settings.ts";
import { addressOf, closeServer, createServer, listen } from "./server.ts";
import { apiRules, createApiParts } from "./start-api.ts";
import { startControl } from "./start-control.ts";
import { openStoreOf, secretOf } from "./start-store.ts";
import type { Store } from "./store/store.ts";
import { routesOf } from "./web/known-paths.ts";
import type { KnownRoute } from "./web/known-paths.ts";
import { noteConnection } from "./web/middleware/hang-up.ts";
import { WORLD_ID_RULE, Worlds, isWorldId } from "./worlds.ts";

/** Where the package's own files are, from the source and from the built program alike. */
const ROOT = new URL("../", import.meta.url);
const VIEWS = fileURLToPath(new URL("views", ROOT));

/** A simulator that listens. */
export interface RunningSimulator {
  /** Its address, such as `http://127.0.0.1:1707`. */
  readonly url: string;
  readonly edition: Edition;
  readonly scenario: Scenario;
  readonly worlds: Worlds;
  /** What it answers, but for what is mounted under a prefix. */
  readonly routes: () => KnownRoute[];
  /** Loads the levers; those of a world are then at hand, in this process. */
  readonly levers: () => Promise<(world: string) => Control>;
  /** Takes no more requests, finishes the open ones, and ends; a second call waits for that. */
  readonly close: () => Promise<void>;
}

/**
 * Makes everything and listens. Rejects with a `SettingsError` where the settings cannot be
 * met: a scenario that is not there or not right, a port in use, a store that is not there.
 *
 * @param clock what "real time" is; the worlds' clocks are set against it
 */
export async function start(
  settings: Settings,
  clock: Clock = systemClock,
): Promise<RunningSimulator> {
  const log = await openLog(settings.log);
  const store = await openStoreOf(settings, log);
  try {
    return await startOn(store, settings, clock, log);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(
  store: Store,
  settings: Settings,
  clock: Clock,
  log: Log,
): Promise<RunningSimulator> {
  const edition = editionOf(settings);
  const control = await startControl(settings, edition);
  const worlds = new Worlds({
    store,
    clock,
    edition,
    newCaptcha: captchaSource(settings),
    newOtp: otpSource(settings),
    apiRules: apiRules(settings),
    scenario: control.scenario,
    limit: settings.worlds,
    scenarioOf: control.scenarioOf,
  });
  const enter = async (id: string) => {
    const world = await worlds.enter(id);
    if (!world) throw new Refusal(503, { message: worlds.fullMessage });
    return world;
  };
  const app = createApp({
    settings,
    edition,
    worlds,
    controlPlane: control.handler,
    api: await createApiParts(settings, store),
    log,
    version: readVersion(),
    countHit: (name, window) => store.hit(name, window),
    secret: await secretOf(store),
    languages: languagesFor(settings),
    views: VIEWS,
    fontFile: () => fontFile("noto-sans-devanagari-400-normal.woff2"),
  });
  const server = await createServer(app, settings);
  server.on(settings.https ? "secureConnection" : "connection", noteConnection);
  await listen(server, settings);
  const close = async () => {
    await closeServer(server);
    await store.close();
    await log.written();
  };
  let closing: Promise<void> | undefined;
  return {
    url: addressOf(server, settings),
    edition,
    scenario: control.scenario,
    worlds,
    routes: () => routesOf(app.router),
    levers: async () => {
      const { levers } = await control.door();
      return (id) => {
        if (!isWorldId(id)) throw new Refusal(400, { message: WORLD_ID_RULE });
        return levers(() => enter(id));
      };
    },
    // Once only: whoever asks again waits for the same end.
    close: () => (closing ??= close()),
  };
}

/** The edition, without what the settings take from it. */
function editionOf({ edition: name, lenient, captcha }: Settings): Edition {
  const edition = EDITIONS.get(name);
  if (!edition) throw new SettingsError(`There is no edition ${name}.`);
  const { session, login } = edition;
  return {
    ...edition,
    session: lenient ? { ...session, ...LENIENT } : session,
    login: captcha === "off" ? { ...login, captcha: false } : login,
  };
}

/** The tour's languages, among which the one asked for must be. */
function languagesFor({ tour }: Settings): Languages {
  const languages = readLanguages(join(VIEWS, "languages"));
  if (tour === undefined || languages.has(tour)) return languages;
  const known = [...languages.keys()].join(", ");
  throw new SettingsError(`tour must be one of ${known}, not "${tour}".`);
}

const LENIENT = {
  refererNeeded: false,
  endedByLoginPage: false,
  cap: undefined,
} satisfies Partial<SessionRules>;

/** Six digits, drawn anew each time or always those of the settings. */
function captchaSource({ captcha }: Settings): () => string {
  return /^\d+$/.test(captcha) ? () => captcha : sixDigits;
}

/** The OTP of every sandbox of the taxpayer API, or one that only the message tells. */
function otpSource({ otp }: Settings): () => string {
  return otp === "fixed" ? () => "575757" : sixDigits;
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("package.json", ROOT), "utf8"),
  );
  return (manifest as { version: string }).version;
}
