/** A Ctrl-C may come twice: from the terminal, and handed on by npm. In milliseconds. */
const SAME = 1_000;

/** How a run can be ended early, and what is then still to be done. */
export interface Stop {
  readonly signal: AbortSignal;
  readonly atStake: (toDo: string | undefined) => void;
}

/**
 * Lets SIGINT and SIGTERM end a run: the first in order, another one at once, which then says
 * what a person must do.
 */
export async function interruptible<T>(
  complain: (line: string) => void,
  run: (stop: Stop) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let toDo: string | undefined;
  let since = 0;
  const stop = () => {
    if (!abort.signal.aborted) {
      since = performance.now();
      complain("Ending the run in order; once more ends it at once.");
      abort.abort();
    } else if (performance.now() - since > SAME) {
      if (toDo !== undefined) complain(toDo);
      process.exit(1);
    }
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await run({
      signal: abort.signal,
      atStake: (what) => (toDo = what),
    });
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
