import { startSimulator } from "../../simulator/index.ts";
import { completeSettings } from "../../simulator/settings.ts";
import { start } from "../../simulator/start.ts";
import { expect, test } from "./support/test.ts";
import { LOGIN, Visitor } from "./support/visitor.ts";

interface WorldRow {
  readonly id: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly taxpayers: number;
}

test.describe("Worlds keep apart", () => {
  test("taxpayers, clocks, journals and scenarios", async ({ simulator }) => {
    const [here, there] = [simulator.world("keeps-a"), simulator.world("b.2")];
    await here.patchTaxpayer("locked", { locked: false });
    await here.putTaxpayer({ username: "neem" });
    await here.advance("P30D");
    expect(await there.taxpayer("locked")).toMatchObject({ locked: true });
    await expect(there.taxpayer("neem")).rejects.toThrow(/no taxpayer "neem"/);
    const apart = (await here.now()).getTime() - (await there.now()).getTime();
    expect(Math.round(apart / 86_400_000)).toBe(30);
    await here.scenario({ name: "mine", taxpayers: [] });
    expect(await there.taxpayers()).toHaveLength(11);
  });

  test("sign-ins: a cookie of one world opens nothing in another", async ({
    visitor,
    control,
    playwright,
    simulator,
  }) => {
    await visitor.signIn("never_enabled");
    const { cookies } = await visitor.request.storageState();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`);
    const statusIn = async (world: string) => {
      const request = await playwright.request.newContext({
        baseURL: simulator.url,
        extraHTTPHeaders: {
          "X-Simulator-World": world,
          Cookie: cookie.join("; "),
        },
      });
      const answer = await new Visitor(request).get("/services/auth/myprofile");
      await request.dispose();
      return answer.status();
    };
    expect(await statusIn(control.world)).toBe(200);
    expect(await statusIn("elsewhere")).toBe(302);
    expect(await statusIn("default")).toBe(302);
  });

  test("resets: one world's leaves the others alone", async ({
    visitor,
    simulator,
  }) => {
    await visitor.signIn("never_enabled");
    await simulator.world("another").reset();
    expect(await visitor.isSignedIn()).toBe(true);
  });
});

test.describe("A request belongs to the world", () => {
  test("of its header, else of its cookie, else to the default one", async ({
    playwright,
    simulator,
  }) => {
    const name = (id: string) =>
      simulator
        .world(id)
        .patchTaxpayer("never_enabled", { legalName: `World ${id}` });
    await Promise.all(["by-header", "by-cookie"].map(name));
    const seen = async (headers: Record<string, string>) => {
      const request = await playwright.request.newContext({
        baseURL: simulator.url,
        extraHTTPHeaders: headers,
      });
      const answer = await request.get("/__simulator/taxpayers/never_enabled");
      const { legalName } = (await answer.json()) as { legalName: string };
      await request.dispose();
      return legalName;
    };
    const header = { "X-Simulator-World": "by-header" };
    const cookie = { Cookie: "SimulatorWorld=by-cookie" };
    expect(await seen({ ...header, ...cookie })).toBe("World by-header");
    expect(await seen(cookie)).toBe("World by-cookie");
    expect(await seen({})).toBe("Neem Tree Textiles Private Limited");
    expect(await seen({ Cookie: "SimulatorWorld=a%20b" })).toMatch(/^Neem/);
  });

  for (const id of ["", "a b", "a/b", "ä", "x".repeat(65)]) {
    test(`never to one called ${JSON.stringify(id.slice(0, 9))}: 400 with the rule`, async ({
      simulator,
    }) => {
      const answer = await fetch(`${simulator.url}/__simulator/clock`, {
        headers: { "X-Simulator-World": id },
      });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("1 to 64 letters, digits");
    });
  }
});

test.describe("POST /worlds/:id/join", () => {
  test("puts this browser into the world by a cookie and leads to the portal", async ({
    playwright,
    simulator,
  }) => {
    await simulator
      .world("class-1")
      .patchTaxpayer("never_enabled", { legalName: "Class One" });
    const request = await playwright.request.newContext({
      baseURL: simulator.url,
    });
    const visitor = new Visitor(request);
    const answer = await visitor.post("/__simulator/worlds/class-1/join", {});
    expect(answer.status()).toBe(303);
    expect(answer.headers()["location"]).toBe("/");
    await visitor.signIn("never_enabled");
    const { text } = await visitor.read("/services/auth/");
    expect(text).toContain("Class One");
    await request.dispose();
  });

  test("refuses a name that is none", async ({ visitor }) => {
    const answer = await visitor.post("/__simulator/worlds/a%20b/join", {});
    expect(answer.status()).toBe(400);
  });
});

test.describe("GET /worlds", () => {
  test("lists the worlds with their taxpayers", async ({
    visitor,
    control,
  }) => {
    await control.deleteTaxpayer("locked");
    await control.putTaxpayer({ username: "neem" });
    await control.putTaxpayer({ username: "peepal" });
    const answer = await visitor.get("/__simulator/worlds");
    const worlds = (await answer.json()) as WorldRow[];
    const mine = worlds.find(({ id }) => id === control.world);
    expect(mine).toEqual({
      id: control.world,
      createdAt: expect.stringMatching(/Z$/),
      lastUsedAt: expect.stringMatching(/Z$/),
      taxpayers: 12,
    });
  });
});

test.describe("DELETE /worlds/:id", () => {
  test("ends a world (204); used again it begins anew", async ({
    visitor,
    simulator,
  }) => {
    const world = simulator.world("short-lived");
    await world.putTaxpayer({ username: "neem" });
    const path = "/__simulator/worlds/short-lived";
    const first = await visitor.request.delete(path);
    expect(first.status()).toBe(204);
    const second = await visitor.request.delete(path);
    expect(second.status()).toBe(404);
    expect(await world.taxpayers()).toHaveLength(11);
  });

  test("ends its sign-ins, also for a browser that keeps its cookies", async ({
    visitor,
    otherVisitor,
    control,
  }) => {
    await visitor.signIn("never_enabled");
    await otherVisitor.request.delete(`/__simulator/worlds/${control.world}`);
    expect(await visitor.isSignedIn()).toBe(false);
    await visitor.signIn("never_enabled");
    expect(await visitor.isSignedIn()).toBe(true);
  });
});

test("past the limit a new world is 503 with a sentence, and the old ones go on", async ({
  playwright,
}) => {
  await using simulator = await startSimulator({ worlds: 2 });
  const statusIn = async (world: string, path: string) => {
    const request = await playwright.request.newContext({
      baseURL: simulator.url,
      extraHTTPHeaders: { "X-Simulator-World": world },
    });
    const answer = await request.get(path);
    const text = await answer.text();
    await request.dispose();
    return { status: answer.status(), text };
  };
  expect((await statusIn("one", LOGIN)).status).toBe(200);
  expect((await statusIn("two", LOGIN)).status).toBe(200);
  const third = await statusIn("three", LOGIN);
  expect(third.status).toBe(503);
  expect(third.text).toContain("2 worlds already");
  expect((await statusIn("one", LOGIN)).status).toBe(200);
});

test("A world that nobody has used for 24 hours is forgotten; one that is used stays", async () => {
  const HOUR = 3_600_000;
  let now = Date.parse("2026-11-24T09:30:00Z");
  const { levers, close } = await start(completeSettings({}), {
    now: () => now,
  });
  const world = await levers();
  const [used, unused] = [world("used"), world("unused")];
  await used.putTaxpayer({ username: "kept" });
  await unused.putTaxpayer({ username: "lost" });
  now += 12 * HOUR;
  await used.now();
  now += 12 * HOUR + 1;
  await expect(used.taxpayer("kept")).resolves.toBeDefined();
  await expect(unused.taxpayer("lost")).rejects.toThrow(/no taxpayer "lost"/);
  await close();
});
