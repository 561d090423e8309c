import type { Settings } from "./settings.ts";

/** What the program notes of its own doings: JSON lines on standard error. */
export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
  /** Resolves when all that was noted is written. */
  readonly written: () => Promise<void>;
}

/**
 * A log of that level. Where only errors go into it, of which there are none as a rule, the
 * first one loads what writes it: a twentieth of a start.
 */
export async function openLog(level: Settings["log"]): Promise<Log> {
  const load = async (): Promise<Log> => {
    const { pino } = await import("pino");
    const logger = pino({ level }, pino.destination(2));
    return {
      info: (fields, message) => logger.info(fields, message),
      error: (fields, message) => logger.error(fields, message),
      // It writes as it is told.
      written: () => Promise.resolve(),
    };
  };
  if (level === "info") return load();
  let loading: Promise<Log> | undefined;
  const write = async (fields: object, message: string) => {
    try {
      const log = await (loading ??= load());
      log.error(fields, message);
    } catch (problem) {
      loading = undefined;
      console.error(message, fields, problem);
    }
  };
  let last = Promise.resolve();
  return {
    info: () => undefined,
    error: (fields, message) => {
      if (level === "error") last = write(fields, message);
    },
    written: () => last,
  };
}
