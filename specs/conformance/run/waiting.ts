/** A place of the portal that could not be reached; the message says why. */
export class Unreachable extends Error {}

/** A sign-in that the portal refused. */
export class Refused extends Unreachable {}

/** Until something is looked at once more, in milliseconds: soon at first … */
export const SOON = 40;

/** … and less often the longer it takes: to look keeps the machine from what is waited for. */
export function later(milliseconds: number): number {
  return Math.min(1.5 * milliseconds, 250);
}

/** Resolves after `milliseconds`; for looking again, never instead of a condition. */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Asks until there is an answer, for at most `milliseconds`; `undefined` where none came.
 * Asks at least once.
 */
export async function until<T>(
  ask: () => Promise<T | undefined>,
  milliseconds: number,
): Promise<T | undefined> {
  const end = performance.now() + milliseconds;
  let answer = await ask();
  for (let rest = SOON; answer === undefined; rest = later(rest)) {
    if (performance.now() >= end) break;
    await pause(rest);
    answer = await ask();
  }
  return answer;
}

/** Rejects where `work` is not done within `milliseconds`, and lets it be. */
export async function within<T>(
  work: Promise<T>,
  milliseconds: number,
  problem: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable(problem)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a person reads of an error that a browser met. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Unreachable) return error.message;
  const [first = "", ...rest] = error.message
    .split("\n")
    // eslint-disable-next-line no-control-regex
    .map((line) => line.replaceAll(/\u001B\[\d+m/g, "").trim());
  const awaited = rest.find((line) => line.includes("waiting for"));
  return [first, awaited].filter(Boolean).join(" ");
}
