import { readFile, writeFile } from "node:fs/promises";
import { startSimulator } from "../../simulator/index.ts";
import { expect, test } from "./support/test.ts";

test("a scenario file is served as it says", async () => {
  const file = test.info().outputPath("mine.json");
  await writeFile(
    file,
    JSON.stringify({
      $schema: "./node_modules/gst-portal-simulator/docs/scenario.schema.json",
      name: "mine",
      taxpayers: [
        {
          username: "acme",
          password: "Acme@12345",
          apiAccess: { enabled: true, duration: "12 hrs" },
        },
      ],
    }),
  );
  await using simulator = await startSimulator({ scenario: file });
  expect(await simulator.control.taxpayers()).toMatchObject([
    {
      username: "acme",
      password: "Acme@12345",
      apiAccess: { enabled: true, duration: "12 hrs" },
    },
  ]);
  expect(await simulator.control.scenario()).toMatchObject({ name: "mine" });
});

for (const [wrong, sentence] of [
  ["{", /cannot be read as JSON/],
  ['{"taxpayers":[]}', /name: /],
  [
    '{"name":"x","taxpayers":[{"username":"a"},{"username":"b","gstin":"29AAACA0000A1Z1"}]}',
    /taxpayers\[1\]\.gstin: .*check digit/,
  ],
  ['{"name":"x","taxpayers":[{"user":"a"}]}', /taxpayers\[0\]/],
] as const) {
  test(`the scenario file ${wrong} is refused with its place`, async () => {
    const file = test.info().outputPath("wrong.json");
    await writeFile(file, wrong);
    await expect(startSimulator({ scenario: file })).rejects.toThrow(sentence);
  });
}

test("a scenario that is not there is refused with those there are", async () => {
  await expect(startSimulator({ scenario: "nowhere" })).rejects.toThrow(
    /default, classroom/,
  );
  await expect(startSimulator({ scenario: "nowhere.json" })).rejects.toThrow(
    /nowhere\.json: There is no such file/,
  );
});

test("a classroom has as many trainees as it is told", async () => {
  await using simulator = await startSimulator({
    scenario: "classroom",
    trainees: 60,
  });
  expect(await simulator.control.taxpayers()).toHaveLength(60);
});

test("the published JSON Schema is the one that the files are checked by", async ({
  request,
}) => {
  await using simulator = await startSimulator();
  const served = await request.get(
    `${simulator.url}/__simulator/scenario.schema.json`,
  );
  const published = await readFile(
    new URL("../../docs/scenario.schema.json", import.meta.url),
    "utf8",
  );
  expect(
    JSON.parse(published),
    "node --import tsx scripts/scenario-schema.mjs writes it anew",
  ).toEqual(await served.json());
});
