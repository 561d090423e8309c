import { expect, test as base } from "@playwright/test";
import { defaultTaxpayer } from "../../simulator/domain/taxpayer.ts";
import { openStore } from "../../simulator/store/open.ts";
import { LOG_CAPACITY } from "../../simulator/store/store.ts";
import type { Store, WorldHeader } from "../../simulator/store/store.ts";
import { withRedis } from "../support/redis.ts";

const header: WorldHeader = {
  createdAt: 1_000,
  lastUsedAt: 1_000,
  clockOffset: 0,
  startedAt: 1_000,
  scenario: { name: "default" },
};

async function open(store: Store, world: string, now = 1_000, limit = 10) {
  return store.openWorld(world, now, limit, () => ({
    ...header,
    lastUsedAt: now,
  }));
}

interface Stores {
  /** The address of an empty store. */
  address: string;
  /** Opens it, with these worlds in it; it is closed after the test. */
  storeWith: (...worlds: string[]) => Promise<Store>;
}

/** What both stores promise. */
const STORES = [
  {
    name: "in memory",
    test: base.extend<Stores>({ address: "memory", storeWith: opened() }),
  },
  {
    name: "in Redis",
    test: base.extend(withRedis).extend<Stores>({
      address: ({ redis }, use) => use(redis.url),
      storeWith: opened(),
    }),
  },
];

function opened() {
  return async (
    { address }: Stores,
    use: (open: Stores["storeWith"]) => Promise<void>,
  ) => {
    const all: Store[] = [];
    await use(async (...worlds) => {
      const store = await openStore(address, () => undefined);
      all.push(store);
      for (const world of worlds) await open(store, world);
      return store;
    });
    for (const store of all) await store.close();
  };
}

const loginAt = (at: number) => ({ at, kind: "login", detail: "" }) as const;

const captcha = { answer: "123456", issuedAt: 1_000, expiresAt: 2_000 };

const count = async (store: Store, world = "a") =>
  (await store.get(world, "signIn", "counter"))?.lastSeenAt;

const countOn = (store: Store, world = "a") =>
  store.update(world, "signIn", "counter", (current) => ({
    session: {},
    lastSeenAt: (current?.lastSeenAt ?? 0) + 1,
  }));

for (const { name, test } of STORES) {
  test.describe(`The store ${name}, its worlds`, () => {
    test("makes a world at its first use and marks every later one", async ({
      storeWith,
    }) => {
      const store = await storeWith();
      expect(await open(store, "a")).toEqual(header);
      expect(await open(store, "a", 2_000)).toEqual({
        ...header,
        lastUsedAt: 2_000,
      });
      expect(await store.worlds()).toHaveLength(1);
    });

    test("makes no more worlds than the limit, and still opens those there are", async ({
      storeWith,
    }) => {
      const store = await storeWith("a", "b");
      expect(await open(store, "c", 1_000, 2)).toBeUndefined();
      expect(await open(store, "a", 1_000, 2)).toBeDefined();
    });

    test("moves the clock of a world that is there, and makes none", async ({
      storeWith,
    }) => {
      const store = await storeWith("a");
      const move = (offset: number) => offset + 5;
      expect(await store.moveClock("a", move)).toBe(5);
      expect(await store.moveClock("b", move)).toBeUndefined();
      expect(await store.worlds()).toEqual([
        ["a", { ...header, clockOffset: 5 }],
      ]);
    });

    test("empties a world at a reset", async ({ storeWith }) => {
      const store = await storeWith("a");
      await countOn(store);
      await store.append("a", "journal", { at: 1, kind: "login", detail: "" });
      await store.resetWorld("a", { ...header, startedAt: 3_000 });
      expect(await count(store)).toBeUndefined();
      expect(await store.entries("a", "journal")).toEqual([]);
      expect(await store.worlds()).toEqual([
        ["a", { ...header, startedAt: 3_000 }],
      ]);
    });

    test("keeps a world's own scenario until it begins in another", async ({
      storeWith,
    }) => {
      const [store, other] = [await storeWith("a"), await storeWith()];
      const [mine, yours] = ["mine", "yours"].map((own) => ({
        ...header,
        scenario: { name: own, json: `{"name":"${own}"}` },
      }));
      for (const begun of [mine!, yours!, header, mine!]) {
        await store.resetWorld("a", begun);
        expect(await open(store, "a")).toEqual(begun);
        expect(await open(store, "a")).toEqual(begun);
        if (name === "in Redis") expect(await open(other, "a")).toEqual(begun);
        await store.moveClock("a", () => 5);
        const moved = { ...begun, clockOffset: 5 };
        expect(await store.worlds()).toEqual([["a", moved]]);
      }
    });

    test("ends a world and says whether there was one", async ({
      storeWith,
    }) => {
      const store = await storeWith("a");
      expect(await store.endWorld("a")).toBe(true);
      expect(await store.endWorld("a")).toBe(false);
    });

    test("ends the worlds that nobody used since an instant", async ({
      storeWith,
    }) => {
      const store = await storeWith("old");
      await open(store, "new", 2_000);
      await store.endWorldsUnusedSince(1_001);
      expect((await store.worlds()).map(([id]) => id)).toEqual(["new"]);
    });
  });

  test.describe(`The store ${name}, its records`, () => {
    test("are updated one after the other, without a gap", async ({
      storeWith,
    }) => {
      const store = await storeWith("a");
      await Promise.all(Array.from({ length: 100 }, () => countOn(store)));
      expect(await count(store)).toBe(100);
    });

    test("belong to one world", async ({ storeWith }) => {
      const store = await storeWith("a", "b");
      await countOn(store, "a");
      expect(await count(store, "b")).toBeUndefined();
    });

    test("are removed by undefined, not by null", async ({ storeWith }) => {
      const store = await storeWith("a");
      await store.update("a", "taxpayer", "neem", () =>
        defaultTaxpayer("neem"),
      );
      await store.update("a", "taxpayer", "neem", () => null);
      expect(await store.list("a", "taxpayer")).toEqual([["neem", null]]);
      await store.update("a", "taxpayer", "neem", () => undefined);
      expect(await store.list("a", "taxpayer")).toEqual([]);
    });

    test("are pruned where they are done", async ({ storeWith }) => {
      const store = await storeWith("a");
      for (const lastSeenAt of [1, 2, 3]) {
        const signIn = { session: {}, lastSeenAt };
        await store.update("a", "signIn", `s${lastSeenAt}`, () => signIn);
      }
      await store.prune("a", "signIn", (signIn) => signIn.lastSeenAt < 3);
      expect((await store.list("a", "signIn")).map(([key]) => key)).toEqual([
        "s3",
      ]);
    });

    test("of a world that is not there are not kept", async ({ storeWith }) => {
      const store = await storeWith();
      await countOn(store);
      expect(await count(store)).toBeUndefined();
      expect(await store.worlds()).toEqual([]);
    });
  });

  test.describe(`The store ${name}, its logs`, () => {
    test("are read newest first, and emptied", async ({ storeWith }) => {
      const store = await storeWith("a");
      for (const at of [1, 2]) {
        await store.append("a", "journal", loginAt(at));
      }
      const ats = (await store.entries("a", "journal")).map(({ at }) => at);
      expect(ats).toEqual([2, 1]);
      await store.clearLog("a", "journal");
      expect(await store.entries("a", "journal")).toEqual([]);
    });

    test("lose the entries that are done, and only those", async ({
      storeWith,
    }) => {
      const store = await storeWith("a");
      for (const at of [1, 2, 2, 3]) {
        await store.append("a", "journal", loginAt(at));
      }
      await store.clearLog("a", "journal", ({ at }) => at === 2);
      const ats = (await store.entries("a", "journal")).map(({ at }) => at);
      expect(ats).toEqual([3, 1]);
    });

    test("keep the newest entries and no more than their capacity", async ({
      storeWith,
    }) => {
      const store = await storeWith("a");
      const last = LOG_CAPACITY * 2 + 7;
      for (let at = 1; at <= last; at++) {
        await store.append("a", "journal", loginAt(at));
      }
      const entries = await store.entries("a", "journal");
      expect(entries).toHaveLength(LOG_CAPACITY);
      expect(entries[0]?.at).toBe(last);
      expect(entries.at(-1)?.at).toBe(last - LOG_CAPACITY + 1);
    });
  });

  test(`The store ${name} keeps all that is done together, which sees itself`, async ({
    storeWith,
  }) => {
    const store = await storeWith("a");
    await store.update("a", "captcha", "old", () => captcha);
    const seen = await store.together("a", "neem", async () => {
      await countOn(store);
      await countOn(store);
      await store.prune("a", "captcha", () => true);
      await store.together("a", "neem", () =>
        store.append("a", "journal", loginAt(1)),
      );
      return [await count(store), await store.get("a", "captcha", "old")];
    });
    expect(seen).toEqual([2, undefined]);
    expect(await count(store)).toBe(2);
    expect(await store.list("a", "captcha")).toEqual([]);
    expect(await store.entries("a", "journal")).toEqual([loginAt(1)]);
  });

  test(`The store ${name} counts by name, and anew when the window is over`, async ({
    storeWith,
  }) => {
    const store = await storeWith();
    for (const times of [1, 2, 3]) {
      const hits = await store.hit("sign-in:a", 60_000);
      expect(hits.count).toBe(times);
      expect(hits.endsIn).toBeGreaterThan(50_000);
    }
    expect((await store.hit("sign-in:b", 1)).count).toBe(1);
    await expect
      .poll(async () => (await store.hit("sign-in:b", 1)).count)
      .toBe(1);
    expect((await store.hit("sign-in:a", 60_000)).count).toBe(4);
  });

  test(`The store ${name} keeps what was agreed on first`, async ({
    storeWith,
  }) => {
    const store = await storeWith();
    const say = (text: string) =>
      store.agree("secret", () => Promise.resolve(text));
    expect(await Promise.all([say("one"), say("two")])).toEqual(["one", "one"]);
    expect(await say("three")).toBe("one");
  });
}
