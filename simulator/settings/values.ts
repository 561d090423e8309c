import type { EditionName } from "../domain/editions.ts";

/** How a simulator is to run. */
export interface Settings {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** Whether the portal is served by HTTPS, with a certificate made at the start. */
  readonly https: boolean;
  readonly edition: EditionName;
  /** What a CAPTCHA shows: digits drawn each time, always the same six, or there is none. */
  readonly captcha: string;
  /** One-time passwords: 575757, or one that only the message tells. */
  readonly otp: "fixed" | "random";
  /** Whether scripts are spared what is awkward on the portal (see --lenient). */
  readonly lenient: boolean;
  /** The name of a scenario, or the path of a file that ends in `.json`. */
  readonly scenario: string;
  /** How many taxpayers the scenario `classroom` has. */
  readonly trainees: number;
  /** Where the state of all worlds is kept: `memory`, or the address of a Redis. */
  readonly store: string;
  /** The language of the guided tour, where it is on from the start. */
  readonly tour: string | undefined;
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

export const LOG_LEVELS = ["silent", "error", "info"] as const;
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
  trainees: 30,
  store: "memory",
  tour: undefined,
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
