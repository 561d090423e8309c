import { parseArgs } from "node:util";
import { EDITIONS } from "./domain/editions.ts";
import { isLoopback } from "./domain/loopback.ts";
import { OPTIONS } from "./settings/options.ts";
import { isOn, oneOf } from "./settings/readers.ts";
import { DEFAULTS, SettingsError } from "./settings/values.ts";
import type { Settings } from "./settings/values.ts";

export { DEFAULTS, SettingsError } from "./settings/values.ts";
export type { Settings } from "./settings/values.ts";

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

/** Who signs in at a portal that is judged, and the browser for it, where they were named. */
export interface SignIn {
  readonly browser: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** From the environment, as process lists show command lines. */
export function readSignIn(env: NodeJS.ProcessEnv = process.env): SignIn {
  const named = (name: string) => (env[name] === "" ? undefined : env[name]);
  return {
    browser: named("PORTAL_BROWSER"),
    username: named("GST_USERNAME"),
    password: named("GST_PASSWORD"),
  };
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
  // Lists are objects here, and times are milliseconds; neither is text.
  if (typeof value === "object" || option.takes === "DURATION") {
    return { [name]: value };
  }
  const isText = typeof value === "string" || typeof value === "number";
  if (option.takes && isText) return option.read(String(value), name);
  if (!option.takes && typeof value === "boolean") return { [name]: value };
  throw new SettingsError(
    `${name} must be ${option.takes ?? "true or false"}, not a ${typeof value}.`,
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

function flagsOf(args: readonly string[]): Record<string, string | boolean> {
  const known = OPTIONS.map(({ flag }) => `--${flag}`).join(", ");
  const { tokens } = parseArgs({
    args: args.map(withValue),
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

/** Writes a flag that may stand alone with the value that it then has. */
function withValue(
  arg: string,
  index: number,
  args: readonly string[],
): string {
  const option = OPTIONS.find(({ flag }) => `--${flag}` === arg);
  const isAlone = args[index + 1]?.startsWith("-") ?? true;
  return option?.alone !== undefined && isAlone
    ? `${arg}=${option.alone}`
    : arg;
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
