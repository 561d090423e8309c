import { parseArgs } from "node:util";

/** A call that cannot be; the message says what was wrong and what there is instead. */
export class WrongCall extends Error {}

/** What a command knows: by its name, what a flag takes; nothing where it is a switch. */
export type Known = Readonly<Record<string, string | undefined>>;

/** What was called for. */
export interface Called<K extends string> {
  readonly flags: Partial<Record<K, string>>;
  readonly files: readonly string[];
}

/** Reads a command line; a switch that is on is `""`. Throws `WrongCall` on what is not known. */
export function readFlags<K extends string>(
  args: readonly string[],
  known: Readonly<Record<K, string | undefined>>,
): Called<K> {
  const flags: Partial<Record<string, string>> = {};
  const files: string[] = [];
  const all = Object.keys(known).map((flag) => `--${flag}`);
  const takes = known as Known;
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(takes).map(([flag, value]) => [
        flag,
        { type: value === undefined ? "boolean" : "string" },
      ]),
    ),
  });
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!(name in takes)) {
      throw new WrongCall(
        `There is no ${rawName}; there is ${all.join(", ")}.`,
      );
    }
    const wanted = takes[name];
    if (wanted !== undefined && (value === undefined || value === "")) {
      throw new WrongCall(`--${name} needs a value: ${wanted}.`);
    }
    if (wanted === undefined && value !== undefined) {
      throw new WrongCall(`--${name} takes no value.`);
    }
    flags[name] = value ?? "";
  }
  return { flags, files };
}

/** One of the words that are known; the first where nothing was said. */
export function oneOf<T extends string>(
  text: string | undefined,
  flag: string,
  known: readonly [T, ...T[]],
): T {
  if (text === undefined) return known[0];
  const found = known.find((word) => word === text);
  if (found !== undefined) return found;
  throw new WrongCall(
    `--${flag} must be one of ${known.join(", ")}, not "${text}".`,
  );
}
