import {
  WrongCall,
  readFlags,
} from "../../specs/conformance/commands/flags.ts";
import type { Surroundings } from "../../specs/conformance/commands/surroundings.ts";
import { NoBrowser } from "../../specs/conformance/suite/launch.ts";

/** What the guide and the demonstration get from the program that they are part of. */
export type Host = Surroundings & {
  readonly complain: (line: string) => void;
};

/**
 * Does what was called for.
 *
 * @returns the exit code: 1 without a browser, 2 where the call was wrong; a sentence says why
 */
export async function exitCodeOf(
  work: () => Promise<void>,
  { complain }: Host,
): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof WrongCall) && !(error instanceof NoBrowser)) {
      throw error;
    }
    complain(error.message);
    return error instanceof WrongCall ? 2 : 1;
  }
}

/** Reads a command line on which there are flags only. */
export function flagsOf<K extends string>(
  args: readonly string[],
  known: Readonly<Record<K, string>>,
): Partial<Record<K, string>> {
  const { flags, files } = readFlags(args, known);
  if (files[0] === undefined) return flags;
  const names = Object.keys(known).map((flag) => `--${flag}`);
  throw new WrongCall(
    `"${files[0]}" is not an option; there is ${names.join(", ")}.`,
  );
}

/** The entry of a map that a flag asks for. */
export function entryOf<T>(
  known: ReadonlyMap<string, T>,
  asked: string,
  flag: string,
): T {
  const found = known.get(asked);
  if (found !== undefined) return found;
  throw new WrongCall(
    `--${flag} must be one of ${[...known.keys()].join(", ")}, not "${asked}".`,
  );
}
