import { NAMES, launch, memoryOf, stop } from "../contestant.ts";
import { Row } from "../row.ts";

/** From the start of the process to the first answer, and the memory it then takes. */
export async function coldStart(
  folder: string,
  rounds: number,
): Promise<Row[]> {
  const start = new Row(
    "cold start",
    "ms",
    { times: "express", atMost: 1.25 },
    { times: "node", atMost: 1.7 },
  );
  const memory = new Row(
    "idle memory",
    "MB",
    { times: "express", atMost: 1.3 },
    { times: "node", atMost: 1.3 },
  );
  for (let round = 0; round < rounds; round++) {
    for (const name of NAMES) {
      const contestant = await launch(name, folder);
      start.add(name, contestant.coldStart);
      memory.add(name, memoryOf(contestant));
      await stop(contestant);
    }
  }
  return [start, memory];
}
