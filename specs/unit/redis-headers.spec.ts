import { expect, test } from "@playwright/test";
import { RedisHeaders } from "../../simulator/store/redis-headers.ts";

const header = {
  createdAt: 1_000,
  lastUsedAt: 2_000,
  clockOffset: 0,
  startedAt: 1_000,
  scenario: { name: "mine", json: `{"name":"mine"}` },
};

/** Headers beside which `json` is found, and how often it was looked for. */
function beside(json: string | null) {
  const read: string[] = [];
  const headers = new RedisHeaders(async (world) => {
    await Promise.resolve();
    read.push(world);
    return json;
  });
  return { headers, read, text: headers.asKept(header).text };
}

test("Requests that come together read a world's scenario once, and later ones not at all", async () => {
  const { headers, read, text } = beside(header.scenario.json);
  const ask = () => headers.whole("a", text, 2_000);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(
    Array(3).fill(header),
  );
  expect(await ask()).toEqual(header);
  expect(read).toEqual(["a"]);
});

for (const [what, json] of [
  ["another scenario, which has taken its place", `{"name":"yours"}`],
  ["none", null],
] as const) {
  test(`A header beside which there is ${what} is not whole, for as long as that is so`, async () => {
    const { headers, text } = beside(json);
    const ask = () => headers.whole("a", text, 2_000);
    expect(await Promise.all([ask(), ask()])).toEqual([undefined, undefined]);
    expect(await ask()).toBeUndefined();
  });
}
