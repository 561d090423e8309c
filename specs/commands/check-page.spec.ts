import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { EDITION_NAMES } from "../contract/clause.ts";
import { SAVED_PAGES } from "../conformance/visit.ts";
import type { SavedPage } from "../conformance/visit.ts";
import { startSimulator } from "../../simulator/index.ts";
import type { Simulator } from "../../simulator/index.ts";
import { expect, test as base } from "./judged.ts";

const PATHS = {
  login: "/services/login",
  welcome: "/services/auth/fowelcome",
  profile: "/services/auth/myprofile",
  "manage-api-access": "/services/auth/manageapiaccess",
} as const satisfies Record<SavedPage, string>;

type Change = (html: string, address: string) => string;

interface Saving {
  /** Saves a page as it opens for a taxpayer, and returns the file; `change` edits it first. */
  save: (
    page: SavedPage,
    portal: Simulator,
    options?: { change?: Change; username?: string },
  ) => Promise<string>;
}

const test = base.extend<Saving>({
  save: async ({ playwright, folder }, use) => {
    let count = 0;
    await use(async (page, { url }, options = {}) => {
      const { change = (html) => html, username = "never_enabled" } = options;
      const request = await playwright.request.newContext({ baseURL: url });
      if (page !== "login") {
        await request.post(`/__simulator/taxpayers/${username}/sign-in`);
      }
      const referer = `${url}/services/auth/`;
      const answer = await request.get(PATHS[page], { headers: { referer } });
      const file = path.join(folder, `saved-${(count += 1)}.html`);
      await writeFile(file, change(await answer.text(), answer.url()));
      await request.dispose();
      return file;
    });
  },
});

/** What a browser does to a page that it saves complete: links and files are elsewhere. */
const asComplete: Change = (html, address) =>
  html
    .replace("<html", `<!-- saved from url=(0040)${address} -->\n<html`)
    .replaceAll(/"\/static\/[^"]*?([^/"]+)"/g, '"./Saved_files/$1"')
    .replaceAll(/(href|action)="\//g, `$1="${new URL(address).origin}/`);

for (const edition of EDITION_NAMES) {
  test(`pages of ${edition} pass, saved complete or as HTML only`, async ({
    run,
    save,
  }) => {
    await using portal = await startSimulator({ edition });
    for (const page of SAVED_PAGES) {
      const call = ["--page", page, "--edition", edition];
      const plain = await save(page, portal);
      const htmlOnly = await run("check-page", [plain, ...call]);
      expect(htmlOnly.printed).not.toContain("FAIL");
      expect(htmlOnly.exitCode).toBe(0);
      expect(htmlOnly.report?.summary.pass).toBeGreaterThan(8);

      const saved = await save(page, portal, { change: asComplete });
      const complete = await run("check-page", [saved, ...call]);
      expect(complete.printed).not.toContain("FAIL");
      expect(complete.exitCode).toBe(0);
      // The browser's own note tells where the page was.
      expect(complete.printed).not.toContain("does not tell where it was");
    }
  });
}

test("a page that differs fails by the clause that says so, and only there", async ({
  run,
  save,
  folder,
}) => {
  await using portal = await startSimulator();
  const file = await save("login", portal, {
    change: (html) => html.replace("Forgot Username", "Lost <b>Username</b>"),
  });
  const call = [file, "--page", "login"];
  const { exitCode, printed, report } = await run("check-page", call);
  expect(exitCode).toBe(1);
  const failed = printed.split("\n").filter((line) => line.startsWith("FAIL"));
  expect(failed).toEqual([
    expect.stringMatching(
      /^FAIL login\.forgot-username: expected a link “Forgot Username”; observed .*“Lost Username”/,
    ),
  ]);
  expect(report?.summary.fail).toBe(1);
  const html = await readFile(path.join(folder, "report.html"), "utf8");
  expect(html).toContain("Lost Username");
});

test("what a page says becomes no markup of the report", async ({
  run,
  save,
  folder,
}) => {
  await using portal = await startSimulator();
  const file = await save("login", portal, {
    change: (html) =>
      html.replace("Forgot Username", "&lt;script&gt;alert(1)&lt;/script&gt;"),
  });
  await run("check-page", [file, "--page", "login"]);
  for (const name of ["report.html", "report.md"]) {
    const text = await readFile(path.join(folder, name), "utf8");
    expect(text).toContain("alert(1)");
    expect(text).not.toContain("<script");
  }
});

test("Manage API Access saved with Yes chosen is judged by its durations too", async ({
  run,
  save,
}) => {
  await using portal = await startSimulator();
  const call = ["--page", "manage-api-access"];
  const username = "enabled_30_days";
  const whole = await save("manage-api-access", portal, { username });
  const good = await run("check-page", [whole, ...call]);
  expect(good.exitCode).toBe(0);
  expect(good.report?.clauses).toContainEqual(
    expect.objectContaining({ id: "api-access.durations", result: "pass" }),
  );

  const short = await save("manage-api-access", portal, {
    username,
    change: (html) => html.replace(/<option[^>]*>\s*12 hrs\s*<\/option>/, ""),
  });
  const bad = await run("check-page", [whole, short, ...call]);
  expect(bad.exitCode).toBe(1);
  expect(bad.printed).toMatch(
    /FAIL api-access.duration-12-hrs: .*saved-2.html/,
  );
});

test("a page without any mark tells nothing of marks that a style sheet draws", async ({
  run,
  save,
}) => {
  await using portal = await startSimulator();
  const file = await save("login", portal, {
    change: (html) => html.replaceAll("m-cir", "marked"),
  });
  const { exitCode, printed } = await run("check-page", [
    file,
    "--page",
    "login",
  ]);
  expect(exitCode).toBe(0);
  expect(printed).toMatch(/NOT RUN .*login.username-marked/);
});
