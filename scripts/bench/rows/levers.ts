import { Browser } from "../browser.ts";
import { launch, stop } from "../contestant.ts";
import { burst } from "../load.ts";
import { Row } from "../row.ts";
import { LOGIN, signInForm } from "../six-steps.ts";

const CROWD = "X-Simulator-World: crowd\r\n";
const HOST = "HTTP/1.1\r\nHost: bench\r\n";
const HEALTH = `GET /__simulator/health ${HOST}\r\n`;
const RESET = `POST /__simulator/reset ${HOST}Content-Length: 0\r\n\r\n`;

/** What a test pays for its isolation, over HTTP, while 10,000 browsers are signed in. */
export async function levers(_folder: string, rounds: number): Promise<Row[]> {
  const health = new Row("GET health, p50", "ms");
  const aims = [{ times: health, atMost: 1.5 }, { atMost: 0.6 }];
  const reset = new Row("reset, p50", "ms", ...aims);
  const world = new Row("fresh world, p50", "ms", ...aims);

  const simulator = await launch("simulator");
  await signInCrowd(simulator.url);
  let worlds = 0;
  const freshWorld = () =>
    `GET /__simulator/health ${HOST}X-Simulator-World: fresh-${worlds++}\r\n\r\n`;
  for (let round = -1; round < rounds; round++) {
    for (const [row, next] of [
      [health, () => HEALTH],
      [reset, () => RESET],
      [world, freshWorld],
    ] as const) {
      const shape = { requests: 300, connections: 1 };
      const { p50 } = await burst(simulator.url, next, shape);
      // The first round only warms up.
      if (round >= 0) row.add("simulator", p50);
    }
  }
  await stop(simulator);
  return [health, reset, world];
}

async function signInCrowd(url: string): Promise<void> {
  const browser = await Browser.open(url, CROWD);
  const form = await signInForm(browser, "never_enabled", "Simulator@1");
  // Whoever is not signed in yet may send the same form again, for one more session.
  const request = browser.request(LOGIN, form);
  browser.close();
  await burst(url, () => request, { requests: 10_000 });
}
