// Sends hostile requests to a simulator in this process, and says what it should not have
// done: a 5xx, a hang, a leak, a change after a refusal.
//
//   npm run fuzz                                    100,000 requests, about two minutes
//   npm run fuzz -- --requests 1000 --seed 42       the same ones each time
//   npm run fuzz -- --edition 2026
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { EDITIONS } from "../../simulator/domain/editions.ts";
import { oneOf } from "../../simulator/settings/readers.ts";
import { attack } from "./attack.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(randomInt(2 ** 31)) },
    requests: { type: "string", default: "100000" },
    edition: { type: "string", default: "2017" },
  },
});
const seed = Number(values.seed);
console.log(`Seed ${seed}, edition ${values.edition}`);
process.on("uncaughtException", (error) => {
  console.error(`It crashed, with seed ${seed} or a little above:`, error);
  process.exit(1);
});

const startedAt = performance.now();
let told = 0;
const { finding, tally } = await attack({
  seed,
  requests: Number(values.requests),
  edition: oneOf(values.edition, "--edition", [...EDITIONS.keys()]),
  progress: (sofar) => {
    if (sofar.requests - told < 50_000) return;
    told = sofar.requests;
    console.log(`${told.toLocaleString("en")} so far: ${sofar.toString()}`);
  },
});
const seconds = (performance.now() - startedAt) / 1_000;
const perSecond = Math.round(tally.requests / seconds);
const memory = Math.round(process.memoryUsage.rss() / 1_048_576);
console.log(
  `${tally.requests.toLocaleString("en")} requests in ${seconds.toFixed(0)} s, ${perSecond} a second: ${tally.toString()}; slowest ${tally.slowest.toFixed(0)} ms; ${memory} MB.`,
);
for (const sentence of tally.passing) {
  console.log(`Seen once, not again in a fresh world: ${sentence}`);
}
console.log(finding ?? "Nothing found.");
process.exitCode = finding === undefined ? 0 : 1;
