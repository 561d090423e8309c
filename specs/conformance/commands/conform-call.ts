import { readFile } from "node:fs/promises";
import { EDITION_NAMES } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import type { Credentials } from "../../kit/pages/login-page.ts";
import { readOldReport } from "../report/compare.ts";
import type { OldReport } from "../report/compare.ts";
import { WrongCall, oneOf, readFlags } from "./flags.ts";
import type { Surroundings } from "./surroundings.ts";

/** What `conform` was called for. */
export interface ConformCall {
  /** The portal's origin, such as `http://127.0.0.1:1707`. */
  readonly url: string;
  readonly edition: EditionName;
  readonly credentials: Credentials | undefined;
  readonly publicOnly: boolean;
  readonly headed: boolean;
  readonly confirmChanges: boolean;
  /** How long one thing may take, in milliseconds. */
  readonly timeout: number;
  /** The folder of the report. */
  readonly directory: string;
  readonly old: OldReport | undefined;
}

const FLAGS = {
  url: "URL",
  edition: EDITION_NAMES.join("|"),
  username: "NAME",
  password: "PASSWORD",
  captcha: "DIGITS",
  "public-only": undefined,
  headed: undefined,
  "confirm-changes": undefined,
  timeout: "SECONDS",
  report: "DIRECTORY",
  compare: "OLD.json",
} as const;

type Flags = Partial<Record<keyof typeof FLAGS, string>>;

/** Reads the command line of `conform`. Throws `WrongCall`. */
export async function readConformCall(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ConformCall> {
  const { flags, files } = readFlags(args, FLAGS);
  if (files.length > 0) {
    const known = Object.keys(FLAGS).map((flag) => `--${flag}`);
    throw new WrongCall(
      `"${files[0]}" is not an option; there is ${known.join(", ")}.`,
    );
  }
  return {
    url: originOf(flags.url),
    edition: oneOf(flags.edition, "edition", EDITION_NAMES),
    credentials: credentialsOf(flags, surroundings),
    publicOnly: flags["public-only"] !== undefined,
    headed: flags.headed !== undefined,
    confirmChanges: flags["confirm-changes"] !== undefined,
    timeout: millisecondsOf(flags.timeout),
    directory: flags.report ?? "conformance-report",
    old: await readOld(flags.compare),
  };
}

/** Whether only this machine answers at `url`. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function originOf(url: string | undefined): string {
  if (url === undefined) {
    throw new WrongCall(
      "conform needs --url URL, such as --url http://127.0.0.1:1707.",
    );
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed.origin;
  throw new WrongCall(
    "--url must be an address that begins with http:// or https://, such as http://127.0.0.1:1707.",
  );
}

function credentialsOf(
  flags: Flags,
  surroundings: Surroundings,
): Credentials | undefined {
  const { captcha } = flags;
  if (captcha !== undefined && !/^\w{1,20}$/.test(captcha)) {
    throw new WrongCall("--captcha must be what the CAPTCHA's field takes.");
  }
  const username = flags.username ?? surroundings.username;
  const password = flags.password ?? surroundings.password;
  if (username === undefined && password === undefined) return undefined;
  if (username === undefined) {
    throw new WrongCall("There is a password and no --username NAME.");
  }
  if (password === undefined) {
    throw new WrongCall(
      "There is a user name and no password: set GST_PASSWORD, which no process list shows, or give --password.",
    );
  }
  return { username, password, ...(captcha !== undefined && { captcha }) };
}

function millisecondsOf(seconds = "10"): number {
  const value = /^\d{1,4}(\.\d{1,3})?$/.test(seconds) ? Number(seconds) : NaN;
  if (value >= 0.1 && value <= 600) return value * 1000;
  throw new WrongCall(
    `--timeout must be a number of seconds from 0.1 to 600, not "${seconds}".`,
  );
}

async function readOld(
  file: string | undefined,
): Promise<OldReport | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch(() => "");
  const old = readOldReport(text);
  if (old) return old;
  throw new WrongCall(`"${file}" is not a report.json of an earlier run.`);
}
