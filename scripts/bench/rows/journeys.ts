import { Browser } from "../browser.ts";
import { launch, stop } from "../contestant.ts";
import { Row } from "../row.ts";
import { sixSteps } from "../six-steps.ts";

const BROWSERS = 10;
const TAXPAYER = { username: "never_enabled", password: "Simulator@1" };

/** How many times a second ten keep-alive clients, each in its own world, do the six steps. */
export async function journeys(folder: string, rounds: number): Promise<Row[]> {
  const row = new Row("six steps", "journeys/s", {
    times: "node",
    atLeast: 0.6,
  });
  const contestants = [
    await launch("simulator", folder),
    await launch("node", folder),
  ];
  for (let round = -1; round < rounds; round++) {
    for (const { name, url } of contestants) {
      const perSecond = await walkFor(1000, url);
      if (round >= 0) row.add(name, perSecond);
    }
  }
  await Promise.all(contestants.map(stop));
  return [row];
}

async function walkFor(milliseconds: number, url: string): Promise<number> {
  const startedAt = performance.now();
  let walked = 0;
  const walk = async (index: number) => {
    const world = `X-Simulator-World: journey-${index}\r\n`;
    const browser = await Browser.open(url, world);
    while (performance.now() - startedAt < milliseconds) {
      browser.forget();
      await sixSteps(browser, TAXPAYER);
      walked++;
    }
    browser.close();
  };
  await Promise.all(Array.from({ length: BROWSERS }, (_, n) => walk(n)));
  return walked / ((performance.now() - startedAt) / 1000);
}
