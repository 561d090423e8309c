import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { ROOT, expect, test } from "./installed.ts";
import type { Installed } from "./installed.ts";

test.setTimeout(120_000);

for (const recipe of [
  "fetch",
  "maintenance",
  "taxpayer-api",
  "taxpayer-api-encrypted",
  "access-expires",
]) {
  test(`the recipe ${recipe} runs with nothing but the package`, async ({
    installed,
  }) => {
    const printed = await installed.run("node", [`${recipe}.mjs`]);
    expect(printed).not.toBe("");
  });
}

test("the recipe puppeteer runs", async ({ installed, programs }) => {
  await installed.lend("puppeteer-core");
  const printed = await installed.run("node", ["puppeteer.mjs"], {
    PORTAL_BROWSER: programs.browser ?? "",
  });
  expect(printed).toContain("switched API access on");
});

test("the recipe selenium runs", async ({ installed, programs }) => {
  await installed.lend("selenium-webdriver");
  const printed = await installed.run("node", ["selenium.mjs"], {
    PORTAL_BROWSER: programs.browser ?? "",
    PORTAL_CHROMEDRIVER: programs.chromedriver ?? "",
  });
  expect(printed).toContain("switched API access on");
});

test("the recipe playwright and the README's first test run, all tests at once", async ({
  installed,
  programs,
}) => {
  await installed.lend("@playwright/test", "playwright", "playwright-core");
  await writeFile(
    path.join(installed.folder, "playwright.config.mjs"),
    `export default ${JSON.stringify({
      fullyParallel: true,
      workers: 2,
      reporter: "line",
      use: { launchOptions: { executablePath: programs.browser } },
    })};`,
  );
  await writeFile(
    path.join(installed.folder, "portal.spec.mjs"),
    await readmesTest(installed),
  );
  const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
  const printed = await installed.run("node", [cli, "test"]);
  expect(printed).toContain("3 passed");
});

test("a failed test's report has its world's journal and state", async ({
  installed,
  programs,
}) => {
  await installed.lend("@playwright/test", "playwright", "playwright-core");
  await writeFile(
    path.join(installed.folder, "failing.config.mjs"),
    `export default ${JSON.stringify({
      testMatch: "failing.mjs",
      use: { launchOptions: { executablePath: programs.browser } },
    })};`,
  );
  await writeFile(path.join(installed.folder, "failing.mjs"), FAILING);
  const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
  const args = [cli, "test", "-c", "failing.config.mjs", "--reporter=json"];
  // To standard output, also where this very run writes a report of that kind.
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: "" };
  const printed = await installed.run("node", args, env).then(
    () => "it passed",
    (error: unknown) => (error as { stdout: string }).stdout,
  );
  const attachments = [...printed.matchAll(/"name": "(world-[\w.-]+)"/g)];
  expect(attachments.map(([, name]) => name)).toEqual([
    "world-journal.json",
    "world-state.json",
  ]);
});

/** What a reader of the installed README writes into `portal.spec.mjs`. */
async function readmesTest({ folder, tarball }: Installed): Promise<string> {
  const ours = path.join(folder, "node_modules/gst-portal-simulator");
  const readme = await readFile(path.join(ours, "README.md"), "utf8");
  expect(readme).toContain(
    `install --save-dev ./${path.basename(tarball.file)}`,
  );
  const [, code] =
    /`portal\.spec\.mjs`:\n\n```js\n(.*?)```/s.exec(readme) ?? [];
  if (code === undefined) throw new Error("The README has no portal.spec.mjs.");
  return code;
}

const FAILING = `
import { expect, test } from "gst-portal-simulator/playwright";
test("fails", async ({ control }) => {
  expect(await control.taxpayers()).toEqual([]);
});
`;
