import { EDITIONS } from "../domain/editions.ts";
import {
  milliseconds,
  oneOf,
  pairs,
  storeAddress,
  wholeNumber,
} from "./readers.ts";
import { LOG_LEVELS } from "./values.ts";
import type { Settings } from "./values.ts";

/** How a setting is called and read from text. `takes` is missing for a switch. */
export interface Option {
  readonly flag: string;
  readonly takes?: string;
  /** What the flag alone means, where its value may be left out. */
  readonly alone?: string;
  readonly help: string;
  read(text: string, flag: string): Partial<Settings>;
}

const OTPS = ["fixed", "random"] as const;
const SESSION_FROM = ["confirm", "login"] as const;
const EXPIRY = ["duration", "token"] as const;

/** Every option there is, in the order of the help text. */
export const OPTIONS: readonly Option[] = [
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
    help: "the taxpayers there are: default, classroom or your own (default)",
    read: (scenario) => ({ scenario }),
  },
  {
    flag: "trainees",
    takes: "NUMBER",
    help: "how many taxpayers the scenario classroom has (30)",
    read: (text, flag) => ({ trainees: wholeNumber(text, flag, 1, 1_000) }),
  },
  {
    flag: "store",
    takes: "memory|redis://HOST:PORT/DB",
    help: "where everything is kept; Redis, so that several instances are one (memory)",
    read: (text, flag) => ({ store: storeAddress(text, flag) }),
  },
  {
    flag: "tour",
    takes: "LANGUAGE",
    alone: "en",
    help: "the guided tour is on from the start; en unless named, such as hi (off)",
    read: (tour) => ({ tour }),
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
