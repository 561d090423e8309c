import { parseDuration } from "../domain/iso-duration.ts";
import { SettingsError } from "./values.ts";

// What a setting may be as text; each throws a `SettingsError` on anything else.

/** A whole number from `min` to `max`. */
export function wholeNumber(
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

/** The milliseconds of an ISO 8601 duration that is not negative. */
export function milliseconds(text: string, flag: string): number {
  const value = parseDuration(text);
  if (value !== undefined && value >= 0) return value;
  throw new SettingsError(
    `${flag} must be an ISO 8601 duration such as PT18H, not "${text}".`,
  );
}

/** The pairs in `A:1,B:2`, which must be at least one. */
export function pairs(
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

/** `memory`, or the address of a Redis; a password may stand in it, so it is not repeated. */
export function storeAddress(text: string, flag: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isRedis =
    url !== undefined &&
    /^rediss?:$/.test(url.protocol) &&
    url.hostname !== "" &&
    /^(\/\d{0,5})?$/.test(url.pathname) &&
    url.search + url.hash === "";
  if (text === "memory" || isRedis) return text;
  throw new SettingsError(
    `${flag} must be memory or the address of a Redis, such as redis://127.0.0.1:6379/0.`,
  );
}

/** One of the words that are known. */
export function oneOf<T extends string>(
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

/** Whether an environment variable turns a switch on. */
export function isOn(text: string, name: string): boolean {
  return (
    oneOf(text, name, ["1", "true", "0", "false"]) === "1" || text === "true"
  );
}
