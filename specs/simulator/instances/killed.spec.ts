import { controlClient } from "../../kit/control-client.ts";
import { withRedis } from "../../support/redis.ts";
import { startSimulator } from "../../../simulator/index.ts";
import { Program } from "../support/program.ts";
import { expect, test as base } from "../support/test.ts";

const test = base.extend(withRedis);

test("An instance killed with -9 in the middle of load loses no change that it acknowledged", async ({
  redis,
}) => {
  const store = redis.url;
  await using survivor = await startSimulator({ store });
  await using victim = new Program(["--port", "0", "--store", store]);
  const levers = controlClient({ url: await victim.ready() });
  const acknowledged = new Map<string, number>();
  let isKilled = false;

  /** Changes a taxpayer of its own again and again, until nobody answers. */
  const load = async (username: string) => {
    try {
      for (let change = 1; ; change++) {
        await levers.putTaxpayer({ username, tradeName: `Change ${change}` });
        acknowledged.set(username, change);
      }
    } catch (error) {
      expect(isKilled, String(error)).toBe(true);
    }
  };
  const loads = Array.from({ length: 20 }, (_, index) => load(`t${index}`));
  await expect
    .poll(() => [...acknowledged.values()].filter((count) => count > 2).length)
    .toBe(20);
  isKilled = true;
  victim.kill("SIGKILL");
  await Promise.all(loads);

  for (const [username, change] of acknowledged) {
    const { tradeName } = await survivor.control.taxpayer(username);
    // The change after the last acknowledged one may have gone through unheard.
    expect([`Change ${change}`, `Change ${change + 1}`]).toContain(tradeName);
  }
});
