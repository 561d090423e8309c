import { DURATIONS } from "../../simulator/domain/durations.ts";
import { controlClient } from "../../specs/kit/control-client.ts";
import { runCrowd } from "./crowd.ts";
import type { Crowd, Person } from "./crowd.ts";

const USERNAME = "never_enabled";
const OFFERED = Object.values(DURATIONS);

/**
 * So many scripts do the six steps at once, each in a world of its own, where the same user
 * has a name of their own and chooses another duration than the neighbours do. Errors are
 * also whose world does not hold what they did, and that alone.
 */
export async function inManyWorlds(url: string, count: number): Promise<Crowd> {
  const people = Array.from(
    { length: count },
    (_, index): Required<Person> => ({
      world: `crowd-${index}`,
      username: USERNAME,
      password: "Simulator@1",
      legalName: `Trader ${index} of ${count}`,
      minutes: OFFERED[index % OFFERED.length]?.minutes ?? NaN,
    }),
  );
  await eachInTurn(people, async ({ world, legalName }) => {
    await controlClient({ url, world }).patchTaxpayer(USERNAME, { legalName });
  });
  const crowd = await runCrowd(url, people);
  const errors: string[] = [];
  await eachInTurn(people, async ({ world, minutes }) => {
    const control = controlClient({ url, world });
    const { apiAccess } = await control.taxpayer(USERNAME);
    const kinds = (await control.journal()).map(({ kind }) => kind);
    const duration = OFFERED.find((one) => one.minutes === minutes)?.label;
    const isOwn = apiAccess.enabled && apiAccess.duration === duration;
    if (!isOwn || kinds.join() !== "api-access-enabled,login") {
      errors.push(
        `${world} chose ${duration}, and has ${JSON.stringify(apiAccess)} after ${kinds.join()}.`,
      );
    }
  });
  return { ...crowd, errors: [...crowd.errors, ...errors] };
}

/** A few at a time: what prepares and looks is not the load. */
async function eachInTurn(
  people: readonly Required<Person>[],
  act: (person: Required<Person>) => Promise<void>,
): Promise<void> {
  const left = people.values();
  const lane = async () => {
    for (const person of left) await act(person);
  };
  await Promise.all(Array.from({ length: 10 }, lane));
}
