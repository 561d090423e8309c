import { load } from "cheerio";
import { LATER_ANSWERS, runCrowd } from "../../../scripts/load/crowd.ts";
import { startSimulator } from "../../../simulator/index.ts";
import { expect, test } from "../support/test.ts";

test("sixty trainees do the six steps at once without an error, and the board's numbers are right", async () => {
  await using simulator = await startSimulator({
    scenario: "classroom",
    trainees: 60,
  });
  const { control, url } = simulator;
  const trainees = (await control.taxpayers()).map((trainee) => ({
    ...trainee,
    minutes: 360,
  }));
  // The last ten stay away, so that the board has more than one number to get right.
  const { errors, later } = await runCrowd(url, trainees.slice(0, 50));
  expect(errors).toEqual([]);
  expect(later).toHaveLength(50 * LATER_ANSWERS);

  const steps = (await control.progress()).map(({ step }) => step);
  expect(steps).toEqual([
    ...Array<number>(50).fill(6),
    ...Array<number>(10).fill(0),
  ]);
  const board = load(
    await (await fetch(`${url}/__simulator/classroom`)).text(),
  );
  const counts = board(".counts strong").toArray();
  expect(counts.map((count) => board(count).text())).toEqual([
    "10",
    "0",
    "0",
    "0",
    "0",
    "0",
    "50",
  ]);
  const taxpayers = await control.taxpayers();
  const open = taxpayers.filter(({ apiAccess }) => apiAccess.enabled);
  expect(open).toHaveLength(50);
  await runCrowd(url, trainees.slice(50));
  expect((await control.progress()).every(({ step }) => step === 6)).toBe(true);
});
