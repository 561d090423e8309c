import { Browser } from "./browser.ts";
import { sixSteps } from "./six-steps.ts";

/** Somebody in a class. */
export interface Trainee {
  readonly username: string;
  readonly password: string;
}

/** What a class saw. Times in milliseconds. */
export interface ClassFigures {
  /** From the first request of the first trainee to the last answer of the last. */
  readonly took: number;
  /** How long each answer took. */
  readonly latencies: readonly number[];
  /** One sentence for each trainee who did not come to the end. */
  readonly errors: readonly string[];
}

/** All of a class do the six steps at once, as forms, each in a browser of their own. */
export async function runClass(
  url: string,
  trainees: readonly Trainee[],
): Promise<ClassFigures> {
  const latencies: number[] = [];
  const errors: string[] = [];
  const startedAt = performance.now();
  await Promise.all(
    trainees.map(async ({ username, password }) => {
      const browser = await Browser.open(url);
      let last = performance.now();
      try {
        await sixSteps(browser, username, password, () => {
          const now = performance.now();
          latencies.push(now - last);
          last = now;
        });
      } catch (error) {
        errors.push(`${username}: ${(error as Error).message}`);
      }
      browser.close();
    }),
  );
  return { took: performance.now() - startedAt, latencies, errors };
}
