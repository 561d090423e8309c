import { LATER_ANSWERS } from "../../scripts/load/crowd.ts";
import { inManyWorlds } from "../../scripts/load/many-worlds.ts";
import { inOneWorld } from "../../scripts/load/one-world.ts";
import { startSimulator } from "../../simulator/index.ts";
import { expect, test } from "./support/test.ts";

test("a hundred scripts at once, each in a world of its own, meet no error and nobody else", async () => {
  await using simulator = await startSimulator();
  const { errors, later } = await inManyWorlds(simulator.url, 100);
  expect(errors).toEqual([]);
  expect(later).toHaveLength(100 * LATER_ANSWERS);
  expect(await simulator.control.journal()).toEqual([]);
});

test("a hundred people at once in one world meet no error and nobody else", async () => {
  await using simulator = await startSimulator({
    scenario: "classroom",
    trainees: 100,
  });
  const { errors, later } = await inOneWorld(simulator.url);
  expect(errors).toEqual([]);
  expect(later).toHaveLength(100 * LATER_ANSWERS);
});
