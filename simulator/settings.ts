import { parseArgs } from "node:util";
import { EDITIONS } from "./domain/editions.ts";
import { parseDuration } from "./domain/iso-duration.ts";

/** How a simulator is to run. */
export interface Settings {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** Whether the portal is served by HTTPS, with a certificate made at the start. */
  readonly https: boolean;
  /** The name of an edition. */
  readonly edition: string;
  /** What a CAPTCHA shows: digits drawn each time, always the same six, or there is none. */
  readonly captcha: string;
  /** One-time passwords: 575757, or one that only the message tells. */
  readonly otp: "fixed" | "random";
  /** Whether scripts are spared what is awkward on the portal (see --lenient). */
  readonly lenient: boolean;
  /** The name of a scenario, or the path of a file that ends in `.json`. */
  readonly scenario: string;
  /** Whether there is a control plane. */
  readonly control: boolean;
  /** What the control plane asks for, in `Authorization: Bearer …`. */
  readonly controlToken: string | undefined;
  /** Whether other machines may connect. */
  readonly allowRemote: boolean;
  /** How many worlds there may be at once. */
  readonly worlds: number;
  /** How many sign-ins an address may try in a minute. */
  readonly signInsPerMinute: number;
  /** Where the taxpayer API's key pair is kept; without it a pair lasts as long as the program. */
  readonly dataDir: string | undefined;
  /** A key pair of one's own for the taxpayer API, PEM files, both or neither. */
  readonly apiKey: string | undefined;
  readonly apiCertificate: string | undefined;
  /** The `clientid`s that may use the taxpayer API, with their secrets; any may without it. */
  readonly apiClients: Readonly<Record<string, string>> | undefined;
  /** What the chosen duration runs from: CONFIRM, or each session's own login. */
  readonly apiSessionFrom: "confirm" | "login";
  /** Whether a live session works on after No until its token ends. */
  readonly apiNoKeepsSessions: boolean;
  /** What `expiry` counts: the chosen duration, or the token's life. */
  readonly apiExpiry: "duration" | "token";
  /** How long after its end a token can still be refreshed, in milliseconds. */
  readonly apiRefreshGrace: number;
  /** So many live sessions of a client refuse another OTP; without it a login replaces the last. */
  readonly apiSessionLimit: number | undefined;
  /** Codes of the taxpayer API in place of the default ones, by what they refuse. */
  readonly apiCodes: Readonly<Record<string, string>>;
  /** What is logged to standard error: `silent`, `error`, or `info` for each request. */
  readonly log: LogLevel;
}

const LOG_LEVELS = ["silent", "error", "info"] as const;
const OTPS = ["fixed", "random"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const DEFAULTS: Settings = {
  port: 1707,
  host: "127.0.0.1",
  https: false,
  edition: "2017",
  captcha: "random",
  otp: "fixed",
  lenient: false,
  scenario: "default",
  control: true,
  controlToken: undefined,
  allowRemote: false,
  worlds: 10_000,
  signInsPerMinute: 600,
  dataDir: undefined,
  apiKey: undefined,
  apiCertificate: undefined,
  apiClients: undefined,
  apiSessionFrom: "confirm",
  apiNoKeepsSessions: false,
  apiExpiry: "duration",
  apiRefreshGrace: 0,
  apiSessionLimit: undefined,
  apiCodes: {},
  log: "error",
};

/** A setting that cannot be; the message says what was wrong and what there is instead. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** How a setting is called and read from text. `takes` is missing for a switch. */
interface Option {
  readonly flag: string;
  readonly takes?: string;
  readonly help: string;
  read(text: string, flag: string): Partial<Settings>;
}

const SESSION_FROM = ["confirm", "login"] as const;
const EXPIRY = ["duration", "token"] as const;

const OPTIONS: readonly Option[] = [
  {
    flag: "port",
    takes: "NUMBER",
    help: "where to listen; 0 takes a free port (1707)",
    read: (text, flag) => ({ port: wholeNumber(text, flag, 0, 65_535) }),
  },
  {
    flag: "host",
    takes: "ADDRESS",
    help: "the address to listen on (127.0.0.1)",
    read: (host) => ({ host }),
  },
  {
    flag: "https",
    help: "serves by HTTPS, also as services.gst.gov.in (docs/real-addresses.md)",
    read: () => ({ https: true }),
  },
  {
    flag: "edition",
    takes: [...EDITIONS.keys()].join("|"),
    help: "the portal as it was in that year (2017, the guide's)",
    read: (text, flag) => ({
      edition: oneOf(text, flag, [...EDITIONS.keys()]),
    }),
  },
  {
    flag: "captcha",
    takes: "random|off|DIGITS",
    help: "what a CAPTCHA shows, where the edition has one (random)",
    read: (captcha) => ({ captcha }),
  },
  {
    flag: "otp",
    takes: OTPS.join("|"),
    help: "one-time passwords: 575757, or only in the messages (fixed)",
    read: (text, flag) => ({ otp: oneOf(text, flag, OTPS) }),
  },
  {
    flag: "lenient",
    help: "deep links without a referrer are served, the login page ends no session, sessions have no cap",
    read: () => ({ lenient: true }),
  },
  {
    flag: "scenario",
    takes: "NAME|FILE.json",
    help: "the taxpayers there are (default)",
    read: (scenario) => ({ scenario }),
  },
  {
    flag: "no-control",
    help: "no control plane: every path under /__simulator is 404",
    read: () => ({ control: false }),
  },
  {
    flag: "control-token",
    takes: "TOKEN",
    help: "the control plane asks for this bearer token",
    read: (controlToken) => ({ controlToken }),
  },
  {
    flag: "allow-remote",
    help: "lets --host be an address that other machines reach",
    read: () => ({ allowRemote: true }),
  },
  {
    flag: "worlds",
    takes: "NUMBER",
    help: "how many worlds there may be at once (10000)",
    read: (text, flag) => ({ worlds: wholeNumber(text, flag, 1, 1_000_000) }),
  },
  {
    flag: "sign-ins-per-minute",
    takes: "NUMBER",
    help: "how many sign-ins an address may try in a minute (600)",
    read: (text, flag) => ({
      signInsPerMinute: wholeNumber(text, flag, 1, 1_000_000),
    }),
  },
  {
    flag: "data-dir",
    takes: "DIR",
    help: "keeps the API's key pair, so that a certificate stays good",
    read: (dataDir) => ({ dataDir }),
  },
  {
    flag: "api-key",
    takes: "FILE.pem",
    help: "a private key of your own for the API",
    read: (apiKey) => ({ apiKey }),
  },
  {
    flag: "api-certificate",
    takes: "FILE.pem",
    help: "its certificate",
    read: (apiCertificate) => ({ apiCertificate }),
  },
  {
    flag: "api-clients",
    takes: "ID:SECRET,…",
    help: "the only clients that may use the API (any)",
    read: (text, flag) => ({ apiClients: pairs(text, flag, ":") }),
  },
  {
    flag: "api-session-from",
    takes: SESSION_FROM.join("|"),
    help: "what the chosen duration runs from (confirm)",
    read: (text, flag) => ({ apiSessionFrom: oneOf(text, flag, SESSION_FROM) }),
  },
  {
    flag: "api-no-keeps-sessions",
    help: "a No refuses new sessions only; a live token works to its end",
    read: () => ({ apiNoKeepsSessions: true }),
  },
  {
    flag: "api-expiry",
    takes: EXPIRY.join("|"),
    help: "what expiry counts: the chosen duration, or 360 minutes (duration)",
    read: (text, flag) => ({ apiExpiry: oneOf(text, flag, EXPIRY) }),
  },
  {
    flag: "api-refresh-grace",
    takes: "DURATION",
    help: "how long an ended token can still be refreshed, such as PT18H (PT0S)",
    read: (text, flag) => ({ apiRefreshGrace: milliseconds(text, flag) }),
  },
  {
    flag: "api-session-limit",
    takes: "NUMBER",
    help: "so many live sessions of a client, then AUTH403 (a login replaces the last)",
    read: (text, flag) => ({
      apiSessionLimit: wholeNumber(text, flag, 1, 100),
    }),
  },
  {
    flag: "api-codes",
    takes: "REFUSAL=CODE,…",
    help: "other error codes, such as refresh-too-late=AUTH4038",
    read: (text, flag) => ({ apiCodes: pairs(text, flag, "=") }),
  },
  {
    flag: "log",
    takes: LOG_LEVELS.join("|"),
    help: "what is logged to standard error (error)",
    read: (text, flag) => ({ log: oneOf(text, flag, LOG_LEVELS) }),
  },
];

/**
 * Settings from a command line and the environment (`PORTAL_PORT`, `PORTAL_NO_CONTROL=1`, …);
 * a flag wins. Throws a `SettingsError` on what it does not know.
 */
export function readSettings(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Settings {
  let settings = DEFAULTS;
  for (const option of OPTIONS) {
    const name = `PORTAL_${option.flag.replaceAll("-", "_").toUpperCase()}`;
    const value = env[name];
    if (value === undefined || value === "") continue;
    if (option.takes || isOn(value, name)) {
      settings = { ...settings, ...option.read(value, name) };
    }
  }
  for (const [flag, value] of Object.entries(flagsOf(args))) {
    const option = OPTIONS.find((candidate) => candidate.flag === flag);
    if (!option) continue;
    settings = { ...settings, ...option.read(String(value), `--${flag}`) };
  }
  return checked(settings);
}

/** Settings of a caller of the library. Throws a `SettingsError` on what it does not know. */
export function completeSettings(given: Partial<Settings>): Settings {
  let settings: Settings = { ...DEFAULTS, port: 0 };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    settings = { ...settings, ...readGiven(name, value) };
  }
  return checked(settings);
}

/** Checks what a caller of the library gave, as whoever writes JavaScript has no compiler. */
function readGiven(name: string, value: unknown): Partial<Settings> {
  const option = OPTIONS.find(({ flag }) => settingOf(flag) === name);
  if (!option) {
    const known = OPTIONS.map(({ flag }) => settingOf(flag)).join(", ");
    throw new SettingsError(`There is no option ${name}; there is ${known}.`);
  }
  if (option.takes) return option.read(String(value), name);
  if (typeof value === "boolean") return { [name]: value };
  throw new SettingsError(
    `${name} must be true or false, not "${String(value)}".`,
  );
}

/** `controlToken` for `control-token`, `control` for `no-control`. */
function settingOf(flag: string): string {
  return flag
    .replace(/^no-/, "")
    .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The options of `serve`, a line each, for the help text. */
export function optionLines(): string[] {
  const usages = OPTIONS.map(({ flag, takes }) =>
    takes ? `--${flag} ${takes}` : `--${flag}`,
  );
  const width = Math.max(...usages.map((usage) => usage.length)) + 2;
  return OPTIONS.map(
    ({ help }, index) => `  ${(usages[index] ?? "").padEnd(width)}${help}`,
  );
}

/** Whether `host` is an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}

function flagsOf(args: readonly string[]): Record<string, string | boolean> {
  const known = OPTIONS.map(({ flag }) => `--${flag}`).join(", ");
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      OPTIONS.map(({ flag, takes }) => [
        flag,
        { type: takes ? ("string" as const) : ("boolean" as const) },
      ]),
    ),
  });
  const flags: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      throw new SettingsError(
        `"${token.value}" is not an option; there is ${known}.`,
      );
    }
    const option = OPTIONS.find(({ flag }) => flag === token.name);
    if (!option) {
      throw new SettingsError(
        `There is no ${token.rawName}; there is ${known}.`,
      );
    }
    if (option.takes && token.value === undefined) {
      throw new SettingsError(
        `--${option.flag} needs a value: ${option.takes}.`,
      );
    }
    if (!option.takes && token.value !== undefined) {
      throw new SettingsError(`--${option.flag} takes no value.`);
    }
    flags[token.name] = token.value ?? true;
  }
  return flags;
}

function checked(settings: Settings): Settings {
  oneOf(settings.edition, "edition", [...EDITIONS.keys()]);
  if (!/^(random|off|\d{6})$/.test(settings.captcha)) {
    throw new SettingsError(
      `captcha must be random, off or six digits, not "${settings.captcha}".`,
    );
  }
  if (isLoopback(settings.host)) return settings;
  if (!settings.allowRemote) {
    throw new SettingsError(
      `--host ${settings.host} can be reached from other machines; add --allow-remote if that is meant, or use 127.0.0.1.`,
    );
  }
  if (settings.control && !settings.controlToken) {
    throw new SettingsError(
      "With --allow-remote the control plane needs --control-token TOKEN, or --no-control.",
    );
  }
  return settings;
}

function wholeNumber(
  text: string,
  flag: string,
  min: number,
  max: number,
): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  throw new SettingsError(
    `${flag} must be a whole number from ${min} to ${max}, not "${text}".`,
  );
}

function milliseconds(text: string, flag: string): number {
  const value = parseDuration(text);
  if (value !== undefined && value >= 0) return value;
  throw new SettingsError(
    `${flag} must be an ISO 8601 duration such as PT18H, not "${text}".`,
  );
}

/** The pairs in `A:1,B:2`, which must be at least one. */
function pairs(
  text: string,
  flag: string,
  separator: string,
): Record<string, string> {
  const entries = text.split(",").map((pair) => {
    const at = pair.indexOf(separator);
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    // Not the text itself: it may hold a secret.
    if (at < 1 || name === "" || value === "") {
      throw new SettingsError(
        `${flag} must be NAME${separator}VALUE, several with commas between them.`,
      );
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

function oneOf<T extends string>(
  text: string,
  flag: string,
  known: readonly T[],
): T {
  const found = known.find((candidate) => candidate === text);
  if (found !== undefined) return found;
  throw new SettingsError(
    `${flag} must be one of ${known.join(", ")}, not "${text}".`,
  );
}

function isOn(text: string, name: string): boolean {
  return (
    oneOf(text, name, ["1", "true", "0", "false"]) === "1" || text === "true"
  );
}
