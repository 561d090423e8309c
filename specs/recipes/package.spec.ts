import { spawn } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import path from "node:path";
import {
  checkPackage,
  createPackageFromTarballData,
} from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { startSimulator } from "../../simulator/index.ts";
import { strangers } from "../../scripts/release/findings.mjs";
import { ROOT, expect, test } from "./installed.ts";
import type { Installed } from "./installed.ts";

test.setTimeout(120_000);

test("the tarball is under 1 MB and brings nothing else along", async ({
  installed,
}) => {
  expect(installed.tarball.size).toBeLessThan(1_000_000);
  const list = await installed.run("npm", ["ls", "--all", "--parseable"]);
  expect(list.trim().split("\n")).toHaveLength(2);
});

test("a release with it would be let pass", async ({ installed }) => {
  const ours = path.join(installed.folder, "node_modules/gst-portal-simulator");
  const entries = await readdir(ours, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      path.relative(ours, path.join(parentPath, name)),
    );
  expect(files).toContain("docs/guide.webp");
  expect(strangers(files)).toBeUndefined();
});

test("what its README, its docs and its recipes link to is in it", async ({
  installed,
}) => {
  const ours = path.join(installed.folder, "node_modules/gst-portal-simulator");
  const files = await readdir(ours, { recursive: true });
  const pages = files.filter((file) =>
    /^(docs\/|recipes\/)?[^/]+\.md$/.test(file),
  );
  const links: string[] = [];
  for (const page of pages) {
    const text = await readFile(path.join(ours, page), "utf8");
    for (const [, to = ""] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      if (!/^https?:/.test(to)) links.push(path.join(path.dirname(page), to));
    }
  }
  expect(links).toContain("docs/manage-api-access.webp");
  expect(links.filter((to) => !files.includes(to))).toEqual([]);
});

test("publint finds nothing", async ({ installed }) => {
  const pkgDir = path.join(
    installed.folder,
    "node_modules/gst-portal-simulator",
  );
  const { messages, pkg } = await publint({ pkgDir, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("attw finds nothing, in each way of importing it that Node 20 has for modules", async ({
  installed,
}) => {
  const tarball = await readFile(installed.tarball.file);
  const found = await checkPackage(createPackageFromTarballData(tarball));
  if (!found.types) throw new Error("The package has no types.");
  expect(Object.keys(found.entrypoints)).toContain("./playwright");
  // Without the resolution of old compilers and of CommonJS, which has `import()` alone.
  const ours = found.problems.filter(
    (problem) =>
      !("resolutionKind" in problem) ||
      !["node10", "node16-cjs"].includes(problem.resolutionKind),
  );
  expect(ours).toEqual([]);
});

test("the licences of what is bundled are passed on", async ({ installed }) => {
  const notice = await readFile(
    path.join(
      installed.folder,
      "node_modules/gst-portal-simulator/dist/THIRD-PARTY.txt",
    ),
    "utf8",
  );
  for (const name of ["express", "ejs", "zod", "helmet"]) {
    expect(notice).toMatch(new RegExp(`^${name} \\d`, "m"));
  }
});

for (const moduleResolution of ["nodenext", "bundler"]) {
  test(`the types are right for a strict consumer, ${moduleResolution}`, async ({
    installed,
  }) => {
    await installed.lend(
      "typescript",
      "@types/node",
      "undici-types",
      "@playwright/test",
      "playwright",
      "playwright-core",
    );
    await writeFile(path.join(installed.folder, "consumer.ts"), CONSUMER);
    const compiler = path.join(ROOT, "node_modules/typescript/bin/tsc");
    const strict = ["--strict", "--noEmit", "--target", "es2022"];
    const resolved = [
      "--module",
      moduleResolution === "bundler" ? "preserve" : moduleResolution,
      "--moduleResolution",
      moduleResolution,
    ];
    await installed.run("node", [
      compiler,
      ...strict,
      ...resolved,
      "--types",
      "node",
      "consumer.ts",
    ]);
  });
}

const CONSUMER = `
import { startSimulator } from "gst-portal-simulator";
import type { Control, TaxpayerAnswer } from "gst-portal-simulator";
import { expect, test } from "gst-portal-simulator/playwright";
import { createTaxpayerApiClient } from "gst-portal-simulator/taxpayer-api-client";

export const client = createTaxpayerApiClient({
  baseUrl: "http://127.0.0.1:1707",
  username: "acme",
  gstin: "29AABCB0000C1ZO",
});

test("typed", async ({ control, signedIn, page }) => {
  await signedIn("acme");
  const { apiAccess }: TaxpayerAnswer = await control.taxpayer("acme");
  expect(apiAccess.until satisfies string | undefined).toBeDefined();
  await page.goto("/");
});

export async function levers(): Promise<Control> {
  const simulator = await startSimulator({ port: 0, edition: "2017" });
  await simulator.control.addFault({ at: "login", kind: "error", times: 2 });
  // @ts-expect-error there is no such edition
  await startSimulator({ edition: "2018" }).catch(() => undefined);
  // @ts-expect-error there is no such place
  await simulator.control.addFault({ at: "nowhere", kind: "error" });
  await simulator.close();
  return simulator.control;
}
`;

test("npx gst-portal-simulator serves, and judges what is served, until it is told to stop", async ({
  installed,
  programs,
}) => {
  const served = serve(installed, ["--port", "0"], {});
  const url = await served.url;
  expect((await fetch(`${url}/services/login`)).status).toBe(200);
  await installed.lend("@playwright/test", "playwright", "playwright-core");
  const printed = await installed.run(
    "npx",
    ["gst-portal-simulator", "conform", "--url", url, "--public-only"],
    { PORTAL_BROWSER: programs.browser ?? "" },
  );
  expect(printed).toMatch(/edition 2017: \d+ passed, 0 failed, \d+ not run\./);
  expect(printed).toContain(path.join("conformance-report", "report.html"));
  expect(await served.stop()).toBe(0);
});

test("what is left out of the built program changes the media type of nothing that it sends", async ({
  installed,
}) => {
  await using simulator = await startSimulator({ edition: "2026" });
  const served = serve(installed, ["--port", "0", "--edition", "2026"], {});
  const url = await served.url;
  const login = await (await fetch(`${url}/services/login`)).text();
  const [assets = ""] = /\/assets\/\w+/.exec(login) ?? [];
  const names = await readdir(path.join(ROOT, "views/assets"));
  const asked = [
    ...names.map((name) => `${assets}/${name}`),
    `${assets}/devanagari.woff2`,
    "/services/captcha",
    "/services/audiocaptcha",
    "/services/api/ustatus",
    "/static/gstn_public.pem",
    "/static/gstn_public.cer",
    "/__simulator",
    "/__simulator/openapi.json",
  ];
  const seen = async (base: string) =>
    Promise.all(
      asked.map(async (at) => {
        const { status, headers } = await fetch(base + at);
        return [at, status, headers.get("content-type")];
      }),
    );
  expect(await seen(url)).toEqual(await seen(simulator.url));
  expect(await seen(url)).toContainEqual([
    `${assets}/mark.svg`,
    200,
    "image/svg+xml",
  ]);
  await served.stop();
});

test("what stands in for packages in the built program fails at nothing that is sent to it", async ({
  installed,
}) => {
  const served = serve(installed, ["--port", "0"], {});
  const url = await served.url;
  const charsets = "utf-8 utf-7 utf-16 utf-32 koi8-r shift_jis x-none ' \0x";
  for (const charset of charsets.split(" ")) {
    for (const [method, at, type] of [
      ["POST", "/services/login", "application/x-www-form-urlencoded"],
      ["PUT", "/__simulator/taxpayers/neem", "application/json"],
      ["POST", "/taxpayerapi/v1.0/authenticate", "application/json"],
    ] as const) {
      const answer = await fetch(url + at, {
        method,
        headers: { "Content-Type": `${type}; charset="${encodeURI(charset)}"` },
        body: Uint8Array.from({ length: 200 }, (_, index) => 255 - index),
      });
      expect(answer.status, `${at} in ${charset}`).toBeLessThan(500);
    }
  }
  const signIn = `${url}/__simulator/taxpayers/never_enabled/sign-in`;
  const [cookie = ""] = (
    await fetch(signIn, { method: "POST" })
  ).headers.getSetCookie();
  const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
  const opened = async (sent: string) => {
    const headers = { Cookie: `${name}=${sent}` };
    const at = `${url}/services/auth/myprofile`;
    return (await fetch(at, { headers, redirect: "manual" })).status;
  };
  expect(await opened(value)).toBe(200);
  for (const forged of [`${value}A`, value.slice(0, -3), `${value}.x`, "s:a"]) {
    expect(await opened(forged), forged).toBe(302);
  }
  expect(await opened(value)).toBe(200);
  expect(await served.stop()).toBe(0);
});

test("npx gst-portal-simulator guide writes a guide, in a language of the package's", async ({
  installed,
  programs,
}) => {
  await installed.lend("@playwright/test", "playwright", "playwright-core");
  const printed = await installed.run(
    "npx",
    ["gst-portal-simulator", "guide", "--edition", "2017", "--lang", "hi"],
    { PORTAL_BROWSER: programs.browser ?? "" },
  );
  expect(printed).toContain(path.join("guide", "2017-hi", "guide.html"));
});

test("the container's commands: no start without a token, then healthy", async ({
  installed,
}) => {
  const dockerfile = await readFile(path.join(ROOT, "Dockerfile"), "utf8");
  const env = Object.fromEntries(
    [...dockerfile.matchAll(/^ENV (.*)$/gm)]
      .flatMap(([, pairs]) => pairs?.split(" ") ?? [])
      .map((pair) => pair.split("=")),
  ) as Record<string, string>;
  expect(dockerfile).toContain('ENTRYPOINT ["gst-portal-simulator"]');
  const port = String(await freePort());
  const settings = { ...env, PORTAL_PORT: port };
  await expect(
    installed.run("npx", ["gst-portal-simulator"], settings),
  ).rejects.toThrow(/--control-token/);

  const served = serve(installed, [], {
    ...settings,
    PORTAL_CONTROL_TOKEN: "secret",
  });
  await served.url;
  const [, health = ""] =
    /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const [program = "", ...args] = JSON.parse(health) as string[];
  await installed.run(program, args, settings);
  await served.stop();
  await expect(installed.run(program, args, settings)).rejects.toThrow();
});

test("the commands of the GitHub Actions example pull a lever", async ({
  installed,
}) => {
  const workflow = await readFile(
    path.join(ROOT, "docs/github-actions.yml"),
    "utf8",
  );
  const port = String(await freePort());
  const commands = [...workflow.matchAll(/- run: (.*)$/gm)]
    .map(([, command]) => command?.replaceAll("1707", port) ?? "")
    .filter((command) => command.includes(port));
  expect(commands).toHaveLength(3);
  const printed = await installed.run("bash", [
    "-c",
    `set -em; trap 'kill %1; wait' EXIT\n${commands.join("\n")}`,
  ]);
  expect(printed).toContain('"offset":"PT6H"');
});

/** Starts the installed program and stops it again. */
function serve(
  installed: Installed,
  args: readonly string[],
  env: Record<string, string>,
) {
  const program = "node_modules/.bin/gst-portal-simulator";
  const child = spawn(path.join(installed.folder, program), args, {
    cwd: installed.folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /^Listening on (\S+)$/m.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", (code) =>
      reject(new Error(`It ended with ${code}: ${printed}`)),
    );
  });
  const stop = () =>
    new Promise<number | null>((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGTERM");
    });
  return { url, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => {
    server.once("listening", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
