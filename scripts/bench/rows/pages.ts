import { Browser } from "../browser.ts";
import { NAMES, cpuOf, launch, stop } from "../contestant.ts";
import type { Contestant } from "../contestant.ts";
import { burst } from "../load.ts";
import { Row } from "../row.ts";
import { LOGIN, MANAGE_API_ACCESS, signIn } from "../six-steps.ts";

/** How many pages a second each serves over ten connections, how late the latest are, and what one costs. */
export async function pages(folder: string, rounds: number): Promise<Row[]> {
  const contestants: Contestant[] = [];
  for (const name of NAMES) contestants.push(await launch(name, folder));
  const rows = [
    ...(await page("login page", LOGIN, contestants, rounds)),
    ...(await page(
      "Manage API Access",
      MANAGE_API_ACCESS,
      contestants,
      rounds,
    )),
  ];
  await Promise.all(contestants.map(stop));
  return rows;
}

async function page(
  title: string,
  path: string,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Row[]> {
  const speed = new Row(
    title,
    "requests/s",
    { times: "express", atLeast: 1.3 },
    { times: "node", atLeast: 0.4 },
  );
  const late = new Row(`${title}, p99`, "ms", { atMost: 4 });
  const cost = new Row(`${title}, processor time`, "µs");
  const requests = await Promise.all(
    contestants.map(({ url }) => requestOf(url, path)),
  );
  for (let round = -1; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const { name, url } = contestant;
      const before = cpuOf(contestant);
      const seen = await burst(url, () => requests[index] ?? "", {
        milliseconds: 1000,
      });
      // The first round only warms up.
      if (round < 0) continue;
      speed.add(name, seen.perSecond);
      late.add(name, seen.p99);
      cost.add(name, ((cpuOf(contestant) - before) / seen.perSecond) * 1e6);
    }
  }
  return [speed, late, cost];
}

/** The GET of a page as a browser sends it that was there before. */
async function requestOf(url: string, path: string): Promise<string> {
  const browser = await Browser.open(url);
  if (path === LOGIN) await browser.get(LOGIN);
  else await signIn(browser, "never_enabled", "Simulator@1");
  const { status } = await browser.get(path);
  if (status !== 200) throw new Error(`${url}${path} was answered ${status}.`);
  browser.close();
  return browser.request(path);
}
