import { Browser } from "../bench/browser.ts";
import { quantile } from "../bench/load.ts";
import { sixSteps } from "../bench/six-steps.ts";

/** Somebody who does the six steps. */
export interface Person {
  /** `default` unless said. */
  readonly world?: string;
  readonly username: string;
  readonly password: string;
  /** What the landing page greets them by, and the profile shows. */
  readonly legalName: string;
  /** What they choose, in minutes. */
  readonly minutes: number;
}

/** What a crowd saw. Times in milliseconds. */
export interface Crowd {
  /** From the first request of the first one to the last answer of the last. */
  readonly took: number;
  /**
   * How long each one's first answer took, in ascending order: until its connection was
   * taken, too.
   */
  readonly first: readonly number[];
  /** How long every other answer took, in ascending order. */
  readonly later: readonly number[];
  /** One sentence for each who did not come to the end, or met somebody else on the way. */
  readonly errors: readonly string[];
}

/** How many answers the six steps take after the first one, redirects counted. */
export const LATER_ANSWERS = 7;

/** All do the six steps at once, as forms, each in a browser of their own. */
export async function runCrowd(
  url: string,
  people: readonly Person[],
): Promise<Crowd> {
  const first: number[] = [];
  const later: number[] = [];
  const errors: string[] = [];
  const startedAt = performance.now();
  await Promise.all(
    people.map(async (person) => {
      try {
        const [one = NaN, ...others] = await walk(url, person);
        first.push(one);
        later.push(...others);
      } catch (error) {
        errors.push(`${person.username}: ${(error as Error).message}`);
      }
    }),
  );
  const took = performance.now() - startedAt;
  for (const times of [first, later]) times.sort((a, b) => a - b);
  return { took, first, later, errors };
}

/** Resolves to how long each answer took; rejects where one is another person's page. */
async function walk(url: string, person: Person): Promise<number[]> {
  const { world = "default", legalName } = person;
  const browser = await Browser.open(url, `X-Simulator-World: ${world}\r\n`);
  const latencies: number[] = [];
  let last = performance.now();
  try {
    await sixSteps(browser, person, (method, path, { body }) => {
      latencies.push(performance.now() - last);
      if (PERSONAL.test(path) && !body.includes(legalName)) {
        throw new Error(`${method} ${path} is not the page of ${legalName}.`);
      }
      last = performance.now();
    });
  } finally {
    browser.close();
  }
  return latencies;
}

const PERSONAL = /\/(fowelcome|myprofile)$/;

/** What a crowd saw, in lines to print. */
export function figuresOf({ took, first, later, errors }: Crowd): string {
  const answers = first.length + later.length;
  return [
    `  errors          ${errors.length}`,
    `  took            ${ms(took)}, ${answers} answers, ${Math.round((answers / took) * 1_000)} a second`,
    `  a first answer  ${spread(first)}`,
    `  a later one     ${spread(later)}`,
    ...errors.slice(0, 10).map((error) => `  ${error}`),
  ].join("\n");
}

/** Of times in ascending order. */
export function spread(times: readonly number[]): string {
  return `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}, longest ${ms(times.at(-1) ?? NaN)}`;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
