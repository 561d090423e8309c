import { load } from "cheerio";
import { controlClient } from "../../kit/control-client.ts";
import { withRedis } from "../../support/redis.ts";
import { startSimulator } from "../../../simulator/index.ts";
import type { Control } from "../../../simulator/index.ts";
import { Program } from "../support/program.ts";
import { expect, test as base } from "../support/test.ts";
import { MANAGE_API_ACCESS, MINUTES } from "../support/visitor.ts";

const test = base.extend(withRedis);

type Taxpayer = Awaited<ReturnType<Control["taxpayer"]>>;

/** A change that somebody makes again and again, by its number. */
interface Deed {
  /** Gets ready on the instance at `url`; what comes of it makes the change. */
  readonly begin: (
    url: string,
    username: string,
  ) => Promise<(change: number) => Promise<void>>;
  /** What the taxpayer shows after a change, and what it should show. */
  readonly shown: (taxpayer: Taxpayer) => string | null | undefined;
  readonly meant: (change: number) => string;
}

const CHOICES = Object.entries(MINUTES);
const choice = (change: number) => CHOICES[change % CHOICES.length]!;

const DEEDS: Record<string, Deed> = {
  "a lever": {
    begin: async (url, username) => {
      const levers = controlClient({ url });
      await levers.putTaxpayer({ username });
      return async (change) => {
        await levers.putTaxpayer({ username, tradeName: `Change ${change}` });
      };
    },
    shown: ({ tradeName }) => tradeName,
    meant: (change) => `Change ${change}`,
  },
  "a CONFIRM": {
    begin: async (url, username) => {
      await controlClient({ url }).putTaxpayer({ username });
      const lever = `${url}/__simulator/taxpayers/${username}/sign-in`;
      const signIn = await fetch(lever, { method: "POST" });
      const session = cookiesOf(signIn);
      const at = url + MANAGE_API_ACCESS;
      const form = await fetch(at, { headers: { Cookie: session } });
      const _csrf = load(await form.text())("[name=_csrf]").attr("value") ?? "";
      const Cookie = `${session}; ${cookiesOf(form)}`;
      return async (change) => {
        const [, exDm] = choice(change);
        const body = new URLSearchParams({ _csrf, isAPIEnable: "Y", exDm });
        const answer = await fetch(at, {
          method: "POST",
          headers: { Cookie },
          body,
          redirect: "manual",
        });
        expect(answer.status).toBe(303);
      };
    },
    shown: ({ apiAccess }) => apiAccess.duration,
    meant: (change) => choice(change)[0],
  },
};

function cookiesOf(answer: Response): string {
  const cookies = answer.headers.getSetCookie();
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

for (const [what, { begin, shown, meant }] of Object.entries(DEEDS)) {
  test(`An instance killed with -9 in the middle of load loses no change by ${what} that it acknowledged`, async ({
    redis,
  }) => {
    const store = redis.url;
    await using survivor = await startSimulator({ store });
    await using victim = new Program(["--port", "0", "--store", store]);
    const url = await victim.ready();
    const acknowledged = new Map<string, number>();
    let isKilled = false;

    /** Changes a taxpayer of its own again and again, until nobody answers. */
    const changes = async (username: string) => {
      const make = await begin(url, username);
      try {
        for (let change = 1; ; change++) {
          await make(change);
          acknowledged.set(username, change);
        }
      } catch (error) {
        expect(isKilled, String(error)).toBe(true);
      }
    };
    const loads = Array.from({ length: 20 }, (_, n) => changes(`t${n}`));
    await expect
      .poll(() => [...acknowledged.values()].filter((n) => n > 2).length)
      .toBe(20);
    isKilled = true;
    victim.kill("SIGKILL");
    await Promise.all(loads);

    for (const [username, change] of acknowledged) {
      const taxpayer = await survivor.control.taxpayer(username);
      // The change after the last acknowledged one may have gone through unheard.
      expect([meant(change), meant(change + 1)]).toContain(shown(taxpayer));
    }
  });
}
