// How fast and how small the simulator is, beside two yardsticks: bare node:http answering
// the same bytes, and a plain Express 5 + EJS + express-session page. All is measured in one
// run, in turns, so that a busy machine is as unkind to each.
//
//   npm run bench                        everything, about four minutes
//   npm run bench -- pages levers        only these
//   npm run bench -- pages --rounds 3
import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { capture } from "./capture.ts";
import { launch, stop } from "./contestant.ts";
import { heading } from "./row.ts";
import { coldStart } from "./rows/cold-start.ts";
import { crowded } from "./rows/crowded.ts";
import { endurance } from "./rows/endurance.ts";
import { journeys } from "./rows/journeys.ts";
import { levers } from "./rows/levers.ts";
import { library } from "./rows/library.ts";
import { pages } from "./rows/pages.ts";

const SUBJECTS = {
  "cold-start": coldStart,
  pages,
  journeys,
  levers,
  library,
  crowded,
  endurance,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "9" } },
});

const build = fileURLToPath(new URL("../build.mjs", import.meta.url));
execFileSync(process.execPath, [build], { stdio: "inherit" });
const simulator = await launch("simulator");
const folder = await capture(simulator.url);
await stop(simulator);

console.log(heading());
for (const [name, measure] of Object.entries(SUBJECTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const rows = await measure(folder, Number(values.rounds));
  for (const row of rows) console.log(row.toString());
}
await rm(folder, { recursive: true });
