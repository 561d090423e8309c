import { controlClient } from "../../specs/kit/control-client.ts";
import { runCrowd } from "./crowd.ts";
import type { Crowd, Person } from "./crowd.ts";

/** What a class saw, and how long each drawing of the board took meanwhile, in milliseconds. */
export interface Class extends Crowd {
  readonly drawings: readonly number[];
}

/**
 * All trainees of a simulator's scenario `classroom` do the six steps at once, in one world,
 * while a trainer's browser draws the board without a pause. Errors are also whom the board
 * or the list of taxpayers has otherwise at the end.
 */
export async function inOneWorld(url: string): Promise<Class> {
  const control = controlClient({ url });
  const people = (await control.taxpayers()).map(
    ({ username, password, legalName }, index): Person => ({
      username,
      password,
      legalName,
      minutes: index % 2 === 0 ? 360 : 43_200,
    }),
  );
  const watching = new AbortController();
  const [crowd, drawings] = await Promise.all([
    runCrowd(url, people).finally(() => watching.abort()),
    watchBoard(url, watching.signal),
  ]);
  const errors = [...crowd.errors];
  const minutesOf = new Map(people.map((one) => [one.username, one.minutes]));
  for (const { username, apiAccess } of await control.taxpayers()) {
    const chosen = minutesOf.get(username) === 360 ? "6 hrs" : "30 days";
    if (!apiAccess.enabled || apiAccess.duration !== chosen) {
      errors.push(
        `${username} chose ${chosen}, and has ${JSON.stringify(apiAccess)}.`,
      );
    }
  }
  const all = `${people.length} of ${people.length} have done all six steps`;
  if (!(await boardOf(url)).includes(all)) {
    errors.push(`The board does not say that ${all}.`);
  }
  return { ...crowd, errors, drawings: drawings.toSorted((a, b) => a - b) };
}

/** Draws the board again and again, as its page does at news, and says how long each took. */
async function watchBoard(url: string, signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!signal.aborted) {
    const startedAt = performance.now();
    await boardOf(url);
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function boardOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/__simulator/classroom`);
  if (!answer.ok) throw new Error(`The board was answered ${answer.status}.`);
  return answer.text();
}
