/**
 * A whole class at once on this machine: `npm run classroom-load`, or `-- --trainees 100`.
 * Each trainee does the six steps as forms while a trainer's browser has the board open.
 * Ends with code 1 where a trainee met an error or the board's numbers are not right.
 */
import { parseArgs } from "node:util";
import { controlClient } from "../specs/kit/control-client.ts";
import { Program } from "../specs/simulator/support/program.ts";
import { runClass } from "./bench/class.ts";
import { quantile } from "./bench/load.ts";

const { values } = parseArgs({
  options: { trainees: { type: "string", default: "60" } },
});
await using program = new Program(
  `--port 0 --scenario classroom --trainees ${values.trainees}`.split(" "),
);
const url = await program.ready();
const control = controlClient({ url });
const trainees = await control.taxpayers();

const watching = new AbortController();
const [{ took, latencies, errors }, drawn] = await Promise.all([
  runClass(url, trainees).finally(() => watching.abort()),
  watchBoard(watching.signal),
]);
const looks = drawn.toSorted((a, b) => a - b);
const sorted = latencies.toSorted((a, b) => a - b);

const progress = await control.progress();
const finished = progress.filter(({ step }) => step === 6).length;
const isBoardRight = await boardSays(
  `${finished} of ${trainees.length} have done all six steps`,
);
const ms = (value: number) => `${value.toFixed(0)} ms`;
console.log(`trainees          ${trainees.length}, all at once`);
console.log(`finished          ${finished}`);
console.log(`errors            ${errors.length}`);
console.log(`the class took    ${ms(took)}, ${sorted.length} answers`);
console.log(
  `an answer took    ${ms(quantile(sorted, 0.5))} (median), ${ms(quantile(sorted, 0.99))} (99 of 100), ${ms(sorted.at(-1) ?? 0)} (longest)`,
);
console.log(
  `the board         drawn ${looks.length} times meanwhile, ${ms(quantile(looks, 0.5))} (median), ${ms(looks.at(-1) ?? 0)} (longest)`,
);
console.log(`its numbers       ${isBoardRight ? "right" : "wrong"} at the end`);
for (const error of errors) console.log(error);
const isGood = finished === trainees.length && isBoardRight;
process.exitCode = errors.length === 0 && isGood ? 0 : 1;

/** Draws the board again and again, as its page does at news, and says how long each took. */
async function watchBoard(signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!signal.aborted) {
    const startedAt = performance.now();
    await boardSays("");
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function boardSays(text: string): Promise<boolean> {
  const answer = await fetch(`${url}/__simulator/classroom`);
  if (!answer.ok) throw new Error(`The board was answered ${answer.status}.`);
  return (await answer.text()).includes(text);
}
