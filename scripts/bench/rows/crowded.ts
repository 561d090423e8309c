import { startSimulator } from "../../../simulator/index.ts";
import { Browser } from "../browser.ts";
import { burst } from "../load.ts";
import { Row } from "../row.ts";
import { MANAGE_API_ACCESS, signIn } from "../six-steps.ts";

/** What a page costs where there are few taxpayers or worlds, and where there are many. */
export async function crowded(_folder: string, rounds: number): Promise<Row[]> {
  const few = new Row("a page, 10 taxpayers, p50", "ms");
  const many = new Row("a page, 100,000 taxpayers, p50", "ms", {
    times: few,
    atMost: 1.2,
  });
  const worlds = new Row("a page, 1,000 worlds, p50", "ms", {
    times: few,
    atMost: 1.2,
  });
  const simulator = await startSimulator();
  for (const count of [10, 100_000]) {
    const usernames = Array.from({ length: count }, (_, index) => `u${index}`);
    await simulator.world(`of-${count}`).scenario({
      name: `of ${count}`,
      taxpayers: usernames.map((username) => ({ username })),
    });
  }
  const measure = async (row: Row, count: number) => {
    const world = `X-Simulator-World: of-${count}\r\n`;
    const browser = await Browser.open(simulator.url, world);
    await signIn(browser, "u7", "Simulator@1");
    const request = browser.request(MANAGE_API_ACCESS);
    browser.close();
    const shape = { requests: 1_000, connections: 1 };
    const { p50 } = await burst(simulator.url, () => request, shape);
    row.add("simulator", p50);
  };
  for (let round = 0; round < rounds; round++) {
    await measure(few, 10);
    await measure(many, 100_000);
  }
  for (let world = 0; world < 1_000; world++) {
    await simulator.world(`w${world}`).now();
  }
  for (let round = 0; round < rounds; round++) await measure(worlds, 10);
  await simulator.close();
  return [few, many, worlds];
}
