/** What a command gets from the program that it is part of. */
export interface Surroundings {
  /** Prints a line. */
  readonly say: (line: string) => void;
  /** The folder of the views, for the report's. */
  readonly views: URL;
  /** Where a person may press Enter; missing where nobody sits at a terminal. */
  readonly input?: NodeJS.ReadableStream | undefined;
  /** The path of the browser that was named. */
  readonly browser?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** The time of day. */
export function now(): Date {
  return new Date(performance.timeOrigin + performance.now());
}
