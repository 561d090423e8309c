import { startSimulator } from "../../../simulator/index.ts";
import { controlClient } from "../../kit/control-client.ts";
import { needs } from "../../support/needs.ts";
import { Nginx } from "../../support/nginx.ts";
import { withRedis } from "../../support/redis.ts";
import { Visitor } from "../support/visitor.ts";
import { expect, test as base } from "../support/test.ts";

const test = base.extend(withRedis);

const USERNAME = "never_enabled";

test("Two instances behind the documented nginx are one portal, and one of them may end at any time", async ({
  redis,
  playwright,
}, testInfo) => {
  needs("nginx", testInfo);
  const store = redis.url;
  await using one = await startSimulator({ store });
  await using two = await startSimulator({ store });
  await using nginx = await Nginx.start(testInfo.outputPath("nginx"), [
    one.url,
    two.url,
  ]);
  const request = await playwright.request.newContext({ baseURL: nginx.url });
  const visitor = new Visitor(request);
  await visitor.signIn(USERNAME);
  expect((await visitor.enable("30 days")).headers()["location"]).toBe(
    "/services/auth/manageapiaccess",
  );
  for (let i = 0; i < 4; i++) {
    expect(await visitor.shownChoice()).toBe("Yes, 30 days");
  }

  const levers = controlClient({ url: nginx.url });
  const over = new AbortController();
  const acknowledged: number[] = [];
  const load = async (username: string) => {
    let changes = 0;
    while (!over.signal.aborted) {
      await levers.putTaxpayer({ username, failedLogins: ++changes % 900 });
    }
    acknowledged.push(changes);
  };
  await levers.putTaxpayer({ username: "t0" });
  const loads = Array.from({ length: 8 }, (_, index) => load(`t${index}`));
  await expect
    .poll(async () => (await levers.taxpayer("t0")).failedLogins)
    .toBeGreaterThan(5);
  // What it has accepted it still answers; all that comes goes to the other one.
  await one.close();
  const { failedLogins: sofar } = await levers.taxpayer("t0");
  await expect
    .poll(async () => (await levers.taxpayer("t0")).failedLogins)
    .not.toBe(sofar);
  over.abort();
  await Promise.all(loads);
  expect(acknowledged).toHaveLength(8);
  expect(await visitor.shownChoice()).toBe("Yes, 30 days");
  await request.dispose();
});
