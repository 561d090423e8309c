import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "../conformance/commands/run-command.ts";
import { expect, test } from "./judged.ts";

const URL = ["--url", "http://127.0.0.1:9"];

for (const [command, args, says] of [
  ["conform", [], /needs --url URL/],
  ["conform", ["--url"], /--url needs a value: URL/],
  ["conform", ["--url", "portal"], /begins with http:\/\/ or https:\/\//],
  ["conform", ["--url", "ftp://x"], /begins with http:\/\/ or https:\/\//],
  ["conform", [...URL, "--edition", "1947"], /one of 2017, 2026, not "1947"/],
  ["conform", [...URL, "--headless"], /no --headless; there is --url/],
  ["conform", [...URL, "-x"], /no -x; there is --url/],
  ["conform", [...URL, "now"], /"now" is not an option; there is --url/],
  ["conform", [...URL, "--timeout", "soon"], /from 0.1 to 600, not "soon"/],
  ["conform", [...URL, "--timeout", "0"], /from 0.1 to 600, not "0"/],
  ["conform", [...URL, "--public-only=yes"], /--public-only takes no value/],
  ["conform", [...URL, "--username", "neem"], /no password: set GST_PASSWORD/],
  ["conform", [...URL, "--password", "Secret@1"], /no --username NAME/],
  ["conform", [...URL, "--compare", "no.json"], /"no.json" is not a report/],
  ["check-page", ["--page", "login"], /needs the file of a saved page/],
  ["check-page", ["a.html"], /needs --page login\|welcome\|profile\|manage/],
  ["check-page", ["a.html", "--page", "home"], /--page must be one of login/],
  ["check-page", ["a.html", "--page", "login"], /"a.html" cannot be read/],
] as [Command, string[], RegExp][]) {
  test(`${command} ${args.join(" ")} is refused with one sentence`, async ({
    run,
  }) => {
    const { exitCode, complaint, printed, report } = await run(command, args);
    expect(exitCode).toBe(2);
    expect(complaint).toMatch(says);
    expect(complaint.split("\n")).toHaveLength(1);
    expect(complaint).not.toContain("Secret@1");
    expect(printed).toBe("");
    expect(report).toBeUndefined();
  });
}

test("a browser that does not start is said in one sentence", async ({
  run,
  folder,
}) => {
  const browser = path.join(folder, "no-browser");
  await writeFile(browser, "");
  const { exitCode, complaint } = await run("conform", URL, {}, { browser });
  expect(exitCode).toBe(2);
  expect(complaint).toMatch(/PORTAL_BROWSER is ".*", which does not start;/);
});
