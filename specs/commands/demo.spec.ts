import { readFile } from "node:fs/promises";
import path from "node:path";
import { openStage, room } from "../../scripts/demo/audiences.ts";
import { demonstrate } from "../../scripts/demo/demo.ts";
import { startSimulator } from "../../simulator/index.ts";
import { framesOf } from "../support/apng.ts";
import { CODES } from "../support/languages.ts";
import { expect, test } from "./judged.ts";

/** Long enough to read what happens in six steps, in milliseconds. */
function expectSpeakersPace(frames: ReturnType<typeof framesOf>) {
  const total = frames.reduce((sum, { delay }) => sum + delay, 0);
  expect(total).toBeGreaterThan(30_000);
  expect(total).toBeLessThan(60_000);
}

async function call(browser: string | undefined, ...args: string[]) {
  const complaints: string[] = [];
  const host = {
    say: () => undefined,
    complain: (line: string) => complaints.push(line),
    views: new URL("../../views/", import.meta.url),
    browser,
  };
  const exitCode = await demonstrate(args, host, 1);
  return { exitCode, complaints };
}

test("a recorded demonstration goes to the end of the six steps, as slowly as people read", async ({
  folder,
}, { config }) => {
  const { browser } = config.metadata as { browser?: string };
  const file = path.join(folder, "demo.png");
  expect(await call(browser, "--record", file)).toEqual({
    exitCode: 0,
    complaints: [],
  });
  const frames = framesOf(await readFile(file));
  // The caption, the pointer and the deed of eight stops.
  expect(frames.length).toBeGreaterThan(20);
  expectSpeakersPace(frames);
});

test("the picture of the README is such a recording, of under 1 MB", async () => {
  const bytes = await readFile(new URL("../../docs/demo.png", import.meta.url));
  expect(bytes.length).toBeLessThan(1_000_000);
  const frames = framesOf(bytes);
  expect(frames.length).toBeGreaterThan(60);
  expect(frames[0]).toMatchObject({ width: 1024, height: 640 });
  expectSpeakersPace(frames);
});

test("the space bar holds the performance, and goes on with it, and types nothing", async ({
  browser,
}) => {
  await using simulator = await startSimulator();
  const page = await openStage(browser);
  const audience = await room(page, "Paused");
  await page.goto(`${simulator.url}/services/login`);
  await page.keyboard.press("Space");
  await expect(page.locator("#demo-caption")).toContainText("Paused");
  let isOver = false;
  const watching = audience.watch(page, 1).then(() => (isOver = true));
  await page.keyboard.type("ab");
  expect(isOver).toBe(false);
  await page.keyboard.press("Space");
  await watching;
  await expect(page.locator("#demo-caption")).not.toContainText("Paused");
  await expect(page.getByLabel("Username")).toHaveValue("ab");
});

for (const [args, says] of [
  [["--edition", "1947"], '--edition must be one of 2017, 2026, not "1947".'],
  [["--lang", "fr"], `--lang must be one of ${CODES.join(", ")}, not "fr".`],
  [
    ["x.png"],
    '"x.png" is not an option; there is --edition, --lang, --record.',
  ],
] as const) {
  test(`demo ${args.join(" ")} is refused with one sentence`, async () => {
    expect(await call(undefined, ...args)).toEqual({
      exitCode: 2,
      complaints: [says],
    });
  });
}

test("where no window can open, a sentence says what there is instead", async () => {
  expect(await call("/nowhere/chromium")).toEqual({
    exitCode: 1,
    complaints: [
      "No browser opens a window here; without a window, --record FILE.png leaves an animated picture.",
    ],
  });
});
