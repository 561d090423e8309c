import type { Settings } from "./settings.ts";

/** What the program notes of its own doings: JSON lines on standard error. */
export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
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
    };
  };
  if (level === "info") return load();
  let loading: Promise<Log> | undefined;
  const later =
    (kind: keyof Log) =>
    (fields: object, message: string): void => {
      void (loading ??= load()).then((log) => log[kind](fields, message));
    };
  return { info: later("info"), error: later("error") };
}
