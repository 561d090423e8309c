import { startSimulator } from "../../../simulator/index.ts";
import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import { withRedis } from "../../support/redis.ts";
import { freePort } from "../../support/free-port.ts";
import { Program } from "../support/program.ts";
import { expect, test as base } from "../support/test.ts";
import { PROFILE } from "../support/visitor.ts";

const test = base.extend(withRedis);

const PAGES = [
  "/services/login",
  "/services/auth/manageapiaccess",
  "/returns/auth/dashboard",
  "/__simulator",
];

/** What is asked without a page in mind, and the sentence in the answer. */
const CALLS: readonly [method: string, path: string][] = [
  ["GET", "/__simulator/taxpayers"],
  ["POST", "/__simulator/reset"],
  ["POST", "/services/authenticate"],
  ["GET", "/services/auth/api/getAPIAccessStatus"],
  ["POST", "/taxpayerapi/v1.0/authenticate"],
];

const SENTENCE =
  "The store of this simulator cannot be reached at the moment; try again when it is back.";

for (const [way, edition] of [
  ["stands still", "2017"],
  ["stands still", "2026"],
  ["is killed", "2017"],
  ["is killed", "2026"],
] as const) {
  test(`While Redis ${way}, all answers of edition ${edition} are 503 with one sentence; it comes back by itself`, async ({
    redis,
  }) => {
    const options = { store: redis.url, log: "silent", edition } as const;
    await using simulator = await startSimulator(options);
    let signedIn = "";
    const ask = (path: string, method = "GET") =>
      fetch(simulator.url + path, {
        method,
        headers: {
          Accept: PAGES.includes(path) ? "text/html" : "*/*",
          Cookie: signedIn,
          Referer: simulator.url,
          ...(method === "POST" && { "Content-Type": "application/json" }),
        },
        ...(method === "POST" && { body: "{}" }),
      });
    const health = async () => {
      const answer = await ask("/__simulator/health");
      const { status } = (await answer.json()) as { status: string };
      return `${answer.status} ${status}`;
    };
    await simulator.control.putTaxpayer({ username: "neem" });
    expect(await health()).toBe("200 ok");
    const lever = "/__simulator/taxpayers/never_enabled/sign-in";
    const cookies = (await ask(lever, "POST")).headers.getSetCookie();
    signedIn = cookies.map((cookie) => cookie.split(";")[0]).join("; ");
    expect((await ask(PROFILE)).status).toBe(200);

    if (way === "is killed") await redis.kill();
    else redis.pause();
    await expect.poll(health).toBe("503 store-unavailable");
    for (const path of PAGES) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(503);
      const page = await answer.text();
      expect(page).toContain("SIMULATOR – not the GST portal.");
      expect(page).toContain(SENTENCE);
    }
    for (const [method, path] of CALLS) {
      const answer = await ask(path, method);
      expect(answer.status, path).toBe(503);
      expect(answer.headers.get("content-type"), path).toMatch(/json/);
      expect(await answer.text()).toContain(SENTENCE);
    }
    await expect(simulator.control.taxpayers()).rejects.toThrow(
      /^The store redis:.* cannot be reached\.$/,
    );

    if (way === "is killed") await redis.restart();
    else redis.resume();
    await expect.poll(health).toBe("200 ok");
    const names = (await simulator.control.taxpayers()).map(
      ({ username }) => username,
    );
    // This Redis keeps nothing on a disk; a pause forgets nothing.
    expect(names.includes("neem")).toBe(way === "stands still");
    const isSignedIn = (await ask(PROFILE)).status === 200;
    expect(isSignedIn).toBe(way === "stands still");
    expect((await ask("/services/login")).status).toBe(200);
  });
}

test("Redis that stands still in the middle of load is left with no half of a change", async ({
  redis,
}) => {
  const options = { store: redis.url, log: "silent" } as const;
  await using simulator = await startSimulator(options);
  const { control, url: baseUrl } = simulator;
  const sent = new Map<string, number>();
  let isStill = false;

  /** Asks for one OTP after the other; once everybody has had some, Redis stands still. */
  const load = async (username: string) => {
    const { gstin } = await control.putTaxpayer({
      username,
      apiAccess: { enabled: true, duration: "6 hrs" },
    });
    const client = createTaxpayerApiClient({ baseUrl, username, gstin });
    for (let count = 1; (await client.requestOtp()).ok; count++) {
      sent.set(username, count);
      if (!isStill && sent.size === 20 && Math.min(...sent.values()) > 2) {
        isStill = true;
        redis.pause();
      }
    }
  };
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => load(`t${index}`)),
  );

  redis.resume();
  await expect.poll(() => control.now().catch(() => "away")).not.toBe("away");
  for (const username of sent.keys()) {
    const channels = (await control.messages(username)).map(
      (each) => each.channel,
    );
    const events = await control.journal({ username });
    const halves = ["sms", "email"].map(
      (wanted) => channels.filter((channel) => channel === wanted).length,
    );
    expect(halves, username).toEqual([events.length, events.length]);
    expect(events.length).toBeGreaterThanOrEqual(sent.get(username) ?? 0);
  }
});

test("Without Redis the program does not start: one sentence, code 2", async () => {
  const store = `redis://me:secret@127.0.0.1:${await freePort()}/0`;
  await using program = new Program(["--port", "0", "--store", store]);
  expect(await program.ended).toEqual({ code: 2, signal: null });
  expect(program.stderr).toMatch(
    /^The store redis:\/\/127\.0\.0\.1:\d+\/0 cannot be reached \(.*\); start it, or leave --store out to keep everything in memory\.\n$/,
  );
});

test("The log says when Redis went and when it came", async ({ redis }) => {
  await using program = new Program(["--port", "0", "--store", redis.url]);
  await program.ready();
  const said = () =>
    program.stderr
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
  await redis.kill();
  await expect.poll(said).toEqual(["the store is away"]);
  await redis.restart();
  await expect.poll(said).toEqual(["the store is away", "the store is back"]);
});

test("A store that holds the worlds of one edition is refused to another", async ({
  redis,
}) => {
  const store = redis.url;
  await using first = await startSimulator({ store, edition: "2017" });
  expect(await first.control.taxpayers()).not.toEqual([]);
  await expect(startSimulator({ store, edition: "2026" })).rejects.toThrow(
    /^The store holds worlds of edition 2017; use --edition 2017, or/,
  );
});
