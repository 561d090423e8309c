import { createClient } from "@redis/client";
import { expect, test as base } from "@playwright/test";
import { openStore } from "../../simulator/store/open.ts";
import { StoreUnavailable } from "../../simulator/store/store.ts";
import type { Store } from "../../simulator/store/store.ts";
import { withRedis } from "../support/redis.ts";

const test = base.extend(withRedis);

// What only a store in Redis promises; what both do is in store.spec.ts.

const header = {
  createdAt: 1_000,
  lastUsedAt: 1_000,
  clockOffset: 0,
  startedAt: 1_000,
  scenario: { name: "default" },
};

const login = { at: 1, kind: "login", detail: "" } as const;

async function open(url: string, ...worlds: string[]): Promise<Store> {
  const store = await openStore(url, () => undefined);
  for (const world of worlds) {
    await store.openWorld(world, 1_000, 100, () => header);
  }
  return store;
}

const countOn = (store: Store) =>
  store.update("a", "signIn", "counter", (current) => ({
    session: {},
    lastSeenAt: (current?.lastSeenAt ?? 0) + 1,
  }));

test("Two instances change one record one after the other, without a gap", async ({
  redis,
}) => {
  const url = redis.url;
  const stores = [await open(url, "a"), await open(url)] as const;
  await Promise.all(
    Array.from({ length: 100 }, (_, index) => countOn(stores[index % 2]!)),
  );
  const record = await stores[0].get("a", "signIn", "counter");
  expect(record?.lastSeenAt).toBe(100);
  for (const store of stores) await store.close();
});

test("Two instances make no more worlds than the limit between them", async ({
  redis,
}) => {
  const url = redis.url;
  const stores = [await open(url), await open(url)] as const;
  const opened = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      stores[index % 2]!.openWorld(`w${index}`, 1_000, 7, () => header),
    ),
  );
  expect(opened.filter(Boolean)).toHaveLength(7);
  expect(await stores[0].worlds()).toHaveLength(7);
  for (const store of stores) await store.close();
});

test("A world that has ended, or was unused, leaves nothing in Redis", async ({
  redis,
}) => {
  const url = redis.url;
  const store = await open(url, "a", "b");
  const scenario = { name: "mine", json: "{}" };
  for (const world of ["a", "b"]) {
    await store.resetWorld(world, { ...header, scenario });
    await store.update(world, "faults", "queue", () => []);
    await store.append(world, "messages", {
      at: 1,
      channel: "sms",
      username: "neem",
      text: "",
    });
  }
  await store.endWorld("a");
  await store.endWorldsUnusedSince(2_000);
  const client = createClient({ url });
  await client.connect();
  expect(await client.keys("*")).toEqual([]);
  client.destroy();
  await store.close();
});

test("A header, which each request asks for, is small whatever scenario its world has of its own", async ({
  redis,
}) => {
  const url = redis.url;
  const store = await open(url, "a");
  const json = JSON.stringify({ name: "mine", note: "x".repeat(1_000_000) });
  const mine = { ...header, scenario: { name: "mine", json } };
  await store.resetWorld("a", mine);
  const client = createClient({ url });
  await client.connect();
  const kept = await client.hGet("gst-portal-simulator:worlds", "a");
  expect(kept?.length).toBeLessThan(300);
  client.destroy();
  const other = await open(url);
  expect(await other.openWorld("a", 1_000, 100, () => header)).toEqual(mine);
  expect(await other.openWorld("b", 1_000, 100, () => mine)).toEqual(mine);
  for (const each of [store, other]) await each.close();
});

test("A scenario that Redis has lost is told, not waited for", async ({
  redis,
}) => {
  const url = redis.url;
  const [store, other] = [await open(url, "a"), await open(url)];
  const scenario = { name: "mine", json: "{}" };
  await store.resetWorld("a", { ...header, scenario });
  const client = createClient({ url });
  await client.connect();
  await client.del("gst-portal-simulator:world:a:scenario");
  client.destroy();
  await expect(other.worlds()).rejects.toThrow(
    "Redis has lost the scenario of the world a.",
  );
  for (const each of [store, other]) await each.close();
});

test("What is done together and is cut in the middle leaves nothing", async ({
  redis,
}) => {
  const store = await open(redis.url, "a");
  const cut = store.together("a", "neem", async () => {
    await countOn(store);
    await store.append("a", "journal", login);
    redis.pause();
    await store.get("a", "signIn", "another");
  });
  await expect(cut).rejects.toThrow(StoreUnavailable);
  redis.resume();
  const entries = () => store.entries("a", "journal").catch(() => "away");
  await expect.poll(entries).toEqual([]);
  expect(await store.list("a", "signIn")).toEqual([]);
  await store.close();
});

test("What is done together is done again where another instance came in between", async ({
  redis,
}) => {
  const url = redis.url;
  const [store, other] = [await open(url, "a"), await open(url)];
  let runs = 0;
  await store.together("a", "neem", async () => {
    await store.get("a", "signIn", "counter");
    if (++runs === 1) await countOn(other);
    await countOn(store);
    await store.append("a", "journal", login);
  });
  expect(runs).toBe(2);
  const record = await store.get("a", "signIn", "counter");
  expect(record?.lastSeenAt).toBe(2);
  expect(await store.entries("a", "journal")).toEqual([login]);
  for (const each of [store, other]) await each.close();
});

test("What is pruned together is what is done by then, not when it was listed", async ({
  redis,
}) => {
  const store = await open(redis.url, "a");
  await countOn(store);
  await store.together("a", "neem", async () => {
    await countOn(store);
    await store.prune("a", "signIn", ({ lastSeenAt }) => lastSeenAt < 2);
  });
  const record = await store.get("a", "signIn", "counter");
  expect(record?.lastSeenAt).toBe(2);
  await store.close();
});

test("What was refused while Redis stood still is not done when it goes on", async ({
  redis,
}) => {
  const store = await open(redis.url, "a");
  const note = () => store.append("a", "journal", login);
  // Redis knows the script from now on.
  await note();
  redis.pause();
  await expect(note()).rejects.toThrow(StoreUnavailable);
  // The first one waited in vain; from then on nobody does.
  const since = performance.now();
  await expect(note()).rejects.toThrow(/cannot be reached/);
  expect(performance.now() - since).toBeLessThan(100);
  redis.resume();
  const entries = () => store.entries("a", "journal").catch(() => "away");
  await expect.poll(entries).not.toBe("away");
  expect(await entries()).toHaveLength(1);
  await store.close();
});
