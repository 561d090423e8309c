/**
 * A crowd that does the six steps at once, first each in a world of their own, then all in
 * one world, as a class: `npm run load`, or `-- --people 60`. Ends with code 1 where one of
 * them met an error, or somebody else.
 */
import { parseArgs } from "node:util";
import { Program } from "../specs/simulator/support/program.ts";
import { figuresOf, spread } from "./load/crowd.ts";
import { inManyWorlds } from "./load/many-worlds.ts";
import { inOneWorld } from "./load/one-world.ts";

const { values } = parseArgs({
  options: { people: { type: "string", default: "1000" } },
});
const people = Number(values.people);

const worlds = await onSimulator("", (url) => inManyWorlds(url, people));
console.log(`${people} at once, each in a world of their own`);
console.log(figuresOf(worlds));

const trainees = `--scenario classroom --trainees ${people}`;
const room = await onSimulator(trainees, inOneWorld);
console.log(`${people} at once, in one world`);
console.log(figuresOf(room));
const { drawings } = room;
console.log(
  `  the board       drawn ${drawings.length} times, ${spread(drawings)}`,
);
process.exitCode = worlds.errors.length + room.errors.length === 0 ? 0 : 1;

/** Runs a load on a simulator of its own, as a process. */
async function onSimulator<Seen>(
  flags: string,
  load: (url: string) => Promise<Seen>,
): Promise<Seen> {
  // One machine is many people's address here.
  const limit = "--port 0 --sign-ins-per-minute 1000000";
  const args = `${limit} ${flags}`.trim().split(" ");
  await using program = new Program(args);
  return await load(await program.ready());
}
