import fc from "fast-check";
import { startSimulator } from "../../../simulator/index.ts";
import type { Simulator } from "../../../simulator/index.ts";
import { expect, test } from "../support/test.ts";

/** What nobody would send, at every call that there is. */
const CALLS = [
  "POST reset",
  "PUT scenario",
  "GET taxpayers/NAME",
  "PUT taxpayers/NAME",
  "PATCH taxpayers/NAME",
  "DELETE taxpayers/NAME",
  "POST taxpayers/NAME/sign-in",
  "POST taxpayers/NAME/reset",
  "PUT clock",
  "POST clock/advance",
  "POST faults",
  "DELETE faults",
  "GET messages?NAME",
  "DELETE messages?NAME",
  "GET journal?NAME",
  "DELETE journal?NAME",
  "DELETE worlds/NAME",
  "POST worlds/NAME/join",
  "GET captcha",
] as const;

/** Values that are nearly right: the fields there are, with anything in them. */
const FIELDS = [
  "username",
  "password",
  "gstin",
  "apiAccess",
  "enabled",
  "duration",
  "since",
  "popups",
  "registeredOn",
  "name",
  "taxpayers",
  "now",
  "by",
  "at",
  "kind",
  "times",
  "delay",
  "status",
  "__proto__",
  "constructor",
];
const VALUES = [
  "login",
  "error",
  "delay",
  "PT1H",
  "P99999999D",
  "2030-01-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "7 days",
  "29AAACA0000A1Z1",
  "never_enabled",
  1e308,
];
const leaf = fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue());
const nearly = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie("value"), { maxKeys: 5 }),
  ),
})).value;
const name = fc.oneof(
  fc.constantFrom("never_enabled", "locked", "kind=login", "limit=1e9"),
  fc.string({ unit: "binary-ascii", maxLength: 80 }),
);

for (const call of CALLS) {
  test(`${call} with arbitrary JSON is never a 5xx, and a 400 changes nothing`, async () => {
    test.setTimeout(60_000);
    await using simulator = await startSimulator({ log: "silent" });
    const [method = "", path = ""] = call.split(" ");
    await fc.assert(
      fc.asyncProperty(name, nearly, async (part, body) => {
        const before = await state(simulator);
        const answer = await fetch(
          `${simulator.url}/__simulator/${path.replace("NAME", encodeURIComponent(part))}`,
          {
            method,
            redirect: "manual",
            headers: { "Content-Type": "application/json" },
            ...(method !== "GET" && { body: JSON.stringify(body) }),
          },
        );
        await answer.arrayBuffer();
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) {
          expect(await state(simulator)).toEqual(before);
          return;
        }
        // Whatever was accepted can be shown.
        const panel = await fetch(`${simulator.url}/__simulator`);
        await panel.arrayBuffer();
        expect(panel.status).toBe(200);
      }),
      { numRuns: 20 },
    );
  });
}

test("no call that takes something is left out of this", async () => {
  await using simulator = await startSimulator();
  const answer = await fetch(`${simulator.url}/__simulator/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, object> };
  const thrownAt = CALLS.map((call) => call.replace("?NAME", ""));
  const takers = Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    .filter((call) => !call.startsWith("get ") || call.includes("{"))
    .map((call) =>
      call
        .replace(/^(\w+) \//, (_, method: string) => `${method.toUpperCase()} `)
        .replace(/\{\w+\}/, "NAME"),
    );
  expect(thrownAt).toEqual(expect.arrayContaining(takers));
});

/** All that a call could have changed, but for the time that goes by itself. */
async function state({ url, control }: Simulator) {
  const clock = await fetch(`${url}/__simulator/clock`);
  const { offset } = (await clock.json()) as { offset: string };
  return {
    offset,
    taxpayers: await control.taxpayers(),
    faults: await control.faults(),
    journal: await control.journal(),
    messages: await control.messages(),
  };
}
