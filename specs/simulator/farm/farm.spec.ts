import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSimulator } from "../../../simulator/index.ts";
import { expect, test } from "../support/test.ts";

const CLI = fileURLToPath(
  new URL("../../../node_modules/@playwright/test/cli.js", import.meta.url),
);
const CONFIG = fileURLToPath(new URL("farm.config.ts", import.meta.url));

interface Merged {
  readonly stats: { readonly expected: number; readonly unexpected: number };
}

test("Two shards on one simulator, a world a test, become one report", async () => {
  await using simulator = await startSimulator();
  const info = test.info();
  const all = info.outputPath("all-blobs");
  await mkdir(all, { recursive: true });
  await Promise.all(
    ["1/2", "2/2"].map(async (shard) => {
      const blobs = info.outputPath(`blobs-${shard[0]}`);
      const results = info.outputPath(`results-${shard[0]}`);
      await playwright(
        `test --config ${CONFIG} --shard ${shard} --reporter blob --output ${results}`,
        { SIMULATOR_URL: simulator.url, PLAYWRIGHT_BLOB_OUTPUT_DIR: blobs },
      );
      const [blob = ""] = await readdir(blobs);
      await copyFile(join(blobs, blob), join(all, blob));
    }),
  );
  expect(await readdir(all)).toHaveLength(2);
  const report = await playwright(`merge-reports --reporter json ${all}`);
  const { stats } = JSON.parse(report) as Merged;
  expect(stats).toMatchObject({ expected: 4, unexpected: 0 });
  const were = await simulator.world("farm").taxpayers();
  expect(were.map(({ username }) => username)).toEqual(
    expect.arrayContaining(["ahead_1", "ahead_2", "ahead_3", "ahead_4"]),
  );
  // Each test has ended its own world.
  const worlds = await fetch(`${simulator.url}/__simulator/worlds`);
  const ids = ((await worlds.json()) as { id: string }[]).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(["default", "farm"]);
});

/** What Playwright prints; rejects with it where its exit code is not 0. */
async function playwright(
  args: string,
  env: Record<string, string> = {},
): Promise<string> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [CLI, ...args.split(" ")], {
    env,
    cwd: test.info().outputDir,
  });
  return stdout;
}
