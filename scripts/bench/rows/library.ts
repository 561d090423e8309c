import { startSimulator } from "../../../simulator/index.ts";
import { Row } from "../row.ts";

/** What a test file pays that starts a simulator of its own. */
export async function library(_folder: string, rounds: number): Promise<Row[]> {
  const start = new Row("startSimulator", "ms", { atMost: 5 });
  const reset = new Row("reset in process", "ms", { atMost: 1 });
  // The first ones load and compile.
  for (let round = -3; round < rounds; round++) {
    const startedAt = performance.now();
    const simulator = await startSimulator();
    const listening = performance.now();
    await simulator.control.reset();
    if (round >= 0) {
      start.add("simulator", listening - startedAt);
      reset.add("simulator", performance.now() - listening);
    }
    await simulator.close();
  }
  return [start, reset];
}
