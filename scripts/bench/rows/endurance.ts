import { Browser } from "../browser.ts";
import { launch, memoryOf, stop } from "../contestant.ts";
import { burst } from "../load.ts";
import { Row } from "../row.ts";
import { LOGIN, MANAGE_API_ACCESS, signIn } from "../six-steps.ts";

/** Memory after 100,000, 200,000 and 300,000 requests, half of them without a cookie. */
export async function endurance(): Promise<Row[]> {
  const simulator = await launch("simulator");
  const browser = await Browser.open(simulator.url);
  const stranger = browser.request(LOGIN);
  await signIn(browser, "never_enabled", "Simulator@1");
  const taxpayer = browser.request(MANAGE_API_ACCESS);
  browser.close();

  const rows: Row[] = [];
  for (const requests of ["100,000", "200,000", "300,000"]) {
    let sent = 0;
    await burst(simulator.url, () => (sent++ % 2 === 0 ? stranger : taxpayer), {
      requests: 100_000,
    });
    const row = new Row(`memory after ${requests} requests`, "MB", {
      atMost: 90,
    });
    row.add("simulator", memoryOf(simulator));
    rows.push(row);
  }
  await stop(simulator);
  return rows;
}
