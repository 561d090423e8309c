import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { Machine } from "../../scripts/setup/browser.mjs";
import { findBrowser } from "../../scripts/setup/browser.mjs";
import { isComplete } from "../../scripts/setup/packages.mjs";
import { usualPlaces } from "../../scripts/setup/places.mjs";

/** A machine with these browsers, of which the broken ones do not start. */
function machine(
  present: string[],
  { broken = [], ...rest }: Partial<Machine> & { broken?: string[] } = {},
): Machine {
  return {
    named: undefined,
    remembered: undefined,
    candidates: () => Promise.resolve(["/managed", "/usr/bin/chromium"]),
    exists: (path) => present.includes(path),
    starts: (path) => !broken.includes(path),
    installers: [],
    ...rest,
  };
}

/** Finds a browser; `said` is what the person who waits was told. */
async function find(at: Machine) {
  const said: string[] = [];
  const search = await findBrowser(at, (line) => said.push(line));
  return { ...search, said };
}

const noSearch = () => Promise.reject(new Error("searched"));

test.describe("The browser", () => {
  test("is the one that PORTAL_BROWSER names, before any other", async () => {
    const at = machine(["/named", "/earlier", "/managed"], {
      named: "/named",
      remembered: "/earlier",
      candidates: noSearch,
    });
    expect(await find(at)).toEqual({ path: "/named", said: [] });
  });

  for (const [flaw, at] of [
    ["does not exist", machine(["/managed"], { named: "/wrong" })],
    [
      "does not start",
      machine(["/wrong", "/managed"], { named: "/wrong", broken: ["/wrong"] }),
    ],
  ] as const) {
    test(`is never another one where PORTAL_BROWSER ${flaw}`, async () => {
      expect(await find(at)).toEqual({
        exitCode: 2,
        problem: expect.stringMatching(
          /^PORTAL_BROWSER is "\/wrong", [^.]+\.$/,
        ),
        said: [],
      });
    });
  }

  test("is searched for where PORTAL_BROWSER is empty", async () => {
    const at = machine(["/managed"], { named: "" });
    expect(await find(at)).toEqual({ path: "/managed", said: [] });
  });

  test("is the one found earlier, without a search", async () => {
    const at = machine(["/earlier", "/managed"], {
      remembered: "/earlier",
      candidates: noSearch,
    });
    expect(await find(at)).toEqual({ path: "/earlier", said: [] });
  });

  test("is searched for again when the one found earlier is gone", async () => {
    const at = machine(["/managed"], { remembered: "/earlier" });
    expect(await find(at)).toEqual({ path: "/managed", said: [] });
  });

  test("is Playwright's own before another on the machine", async () => {
    const at = machine(["/usr/bin/chromium", "/managed"]);
    expect(await find(at)).toEqual({ path: "/managed", said: [] });
  });

  test("is one that starts", async () => {
    const at = machine(["/managed", "/usr/bin/chromium"], {
      broken: ["/managed"],
    });
    expect(await find(at)).toEqual({ path: "/usr/bin/chromium", said: [] });
  });
});

test.describe("Where there is no browser", () => {
  /** Installers that report what is given, and what they bring. */
  function withInstallers(outcomes: { brings?: string; problem?: string }[]) {
    const present: string[] = [];
    return machine(present, {
      broken: ["/managed"],
      installers: outcomes.map(({ brings, problem }, index) => ({
        name: `installer ${index}`,
        run: () => {
          if (brings) present.push(brings);
          return problem;
        },
      })),
    });
  }

  test("the first installer that works is the last to run", async () => {
    const at = withInstallers([
      { problem: "No network." },
      { brings: "/usr/bin/chromium" },
      { problem: "Not reached." },
    ]);
    expect(await find(at)).toEqual({
      path: "/usr/bin/chromium",
      said: [
        "No browser found: installer 0 …",
        "No network.",
        "No browser found: installer 1 …",
      ],
    });
  });

  test("an installed one that does not start is not enough", async () => {
    const at = withInstallers([
      { brings: "/managed" },
      { brings: "/usr/bin/chromium" },
    ]);
    expect(await find(at)).toMatchObject({ path: "/usr/bin/chromium" });
  });

  test("and none can be installed, a sentence says what to do", async () => {
    const at = withInstallers([{ problem: "No network." }]);
    expect(await find(at)).toMatchObject({
      exitCode: 1,
      problem: expect.stringContaining("set PORTAL_BROWSER"),
    });
  });
});

test.describe("A browser is looked for", () => {
  test("on Linux along the PATH, but not in relative folders", () => {
    const env = { PATH: "/usr/bin:.:bin:/snap/bin" };
    const places = usualPlaces({ platform: "linux", env, home: "/root" });
    expect(places[0]).toBe("/usr/bin/chromium");
    expect(places).toContain("/usr/bin/google-chrome");
    expect(places).toContain("/snap/bin/microsoft-edge");
    expect(places.every((place) => place.startsWith("/"))).toBe(true);
  });

  test("on a Mac among everyone's applications and one's own", () => {
    const places = usualPlaces({ platform: "darwin", env: {}, home: "/me" });
    expect(places).toContain(
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    );
    expect(places).toContain(
      "/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    );
  });

  test("on Windows where programs are, for all and for one user", () => {
    const env = { ProgramFiles: "C:\\Program Files", LOCALAPPDATA: "C:\\Me" };
    const places = usualPlaces({ platform: "win32", env, home: "C:\\" });
    expect(places).toContain(
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    );
    expect(places).toContain(
      "C:\\Me\\Microsoft\\Edge\\Application\\msedge.exe",
    );
  });
});

test.describe("The packages", () => {
  const wanted = {
    "": {},
    "node_modules/express": { version: "5.3.0" },
    "node_modules/for-another-platform": { version: "1.0.0", optional: true },
  };
  for (const [isDone, state, installed] of [
    [true, "all are there", { "node_modules/express": { version: "5.3.0" } }],
    [
      true,
      "more than asked for are there",
      {
        "node_modules/express": { version: "5.3.0" },
        "node_modules/left-over": { version: "1.0.0" },
      },
    ],
    [false, "there are none", {}],
    [
      false,
      "one has another version",
      { "node_modules/express": { version: "5.2.0" } },
    ],
    [
      false,
      "an optional one has another version",
      {
        "node_modules/express": { version: "5.3.0" },
        "node_modules/for-another-platform": { version: "0.9.0" },
      },
    ],
  ] as const) {
    test(`are ${isDone ? "" : "in"}complete when ${state}`, () => {
      expect(isComplete(wanted, installed)).toBe(isDone);
    });
  }
});

test("Each command of package.json, packing included, installs first what is missing", () => {
  const { scripts } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  ) as { scripts: Record<string, string> };
  const hasNone = Object.entries(scripts)
    .filter(
      ([name, command]) =>
        // These two do it themselves; the third is for who has it all.
        !["start", "test", "format"].includes(name) &&
        !command.startsWith("node scripts/setup.mjs && "),
    )
    .map(([name]) => name);
  expect(hasNone).toEqual([]);
});
