import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { loginVisit } from "../conformance/visits/login.ts";
import {
  captchaVisit,
  signInVisit,
  wrongCaptchaVisit,
} from "../conformance/visits/sign-in.ts";
import { welcomeVisit } from "../conformance/visits/welcome.ts";
import { startSimulator } from "../../simulator/index.ts";
import { expect, test } from "./judged.ts";

const SIGN_IN = { username: "never_enabled", password: "Simulator@1" };

test("a portal of the other edition fails by the clauses that differ, each with its picture, and a comparison tells what changed", async ({
  run,
  folder,
}) => {
  await using portal = await startSimulator({ edition: "2017" });
  const old = path.join(folder, "old.json");
  const before = [
    { id: "login.username", result: "fail" },
    { id: "login.captcha-image", result: "pass" },
    { id: "login.password", result: "pass" },
  ];
  await writeFile(old, JSON.stringify({ clauses: before }));
  const call = ["--url", portal.url, "--edition", "2026", "--public-only"];
  const { exitCode, printed, report } = await run(
    "conform",
    [...call, "--timeout", "2", "--compare", old],
    { visits: [loginVisit, captchaVisit, wrongCaptchaVisit] },
  );
  expect(exitCode).toBe(1);
  const failed = printed.split("\n").filter((line) => line.startsWith("FAIL"));
  expect(failed).toEqual([
    "FAIL login.captcha-field: expected a field “Type the characters you see in the image below”; observed “Username”, “Password”",
    "FAIL login.captcha-image: expected an image of the CAPTCHA; observed no such image",
    "FAIL login.captcha-hint: expected “Enter Characters shown below”; observed “Enter Username”, “Enter Password”",
  ]);
  expect(printed).toMatch(/NOT RUN login\.wrong-captcha: .*Timeout 2000ms/);
  expect(report?.summary.fail).toBe(3);
  expect(printed).toContain("CHANGED login.username: fail → pass");
  expect(printed).toContain("CHANGED login.captcha-image: pass → fail");
  expect(printed).not.toContain("CHANGED login.password:");
  expect(printed).toMatch(/^ONLY IN ONE OF THE REPORTS: .*login.button/m);

  const html = await readFile(path.join(folder, "report.html"), "utf8");
  expect(html.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(3);
  // Nothing of it is anywhere else.
  expect(html).not.toMatch(/(src|href)="(?!data:|#)/);
  const markdown = await readFile(path.join(folder, "report.md"), "utf8");
  for (const { id } of report?.clauses ?? []) {
    expect(html).toContain(id);
    expect(markdown).toContain(id);
  }
});

test("with --public-only what anyone may see is enough for 0", async ({
  run,
}) => {
  await using portal = await startSimulator();
  const call = ["--url", portal.url, "--public-only"];
  const { exitCode, printed, report } = await run("conform", call);
  expect(exitCode).toBe(0);
  expect(report?.summary.fail).toBe(0);
  expect(report?.summary.notRun).toBeGreaterThan(50);
  expect(printed).toMatch(
    /^NOT RUN (\S+, ){5}\S+ and \d+ more: Only what anyone may see was asked for\.$/m,
  );
});

test("without a sign-in what it needs is not run, which makes 1", async ({
  run,
}) => {
  await using portal = await startSimulator();
  const { exitCode, printed } = await run("conform", ["--url", portal.url], {
    visits: [loginVisit, signInVisit, welcomeVisit],
  });
  expect(printed).not.toContain("FAIL");
  expect(printed).toMatch(
    /NOT RUN login\.leads-home, welcome\.breadcrumb, .*: No user name and password were given/,
  );
  expect(exitCode).toBe(1);
});

test("a sign-in that is refused is tried once, and said", async ({ run }) => {
  await using portal = await startSimulator();
  const { exitCode, printed } = await run(
    "conform",
    ["--url", portal.url, "--timeout", "2"],
    { visits: [signInVisit, welcomeVisit] },
    { ...SIGN_IN, password: "Mistyped@1" },
  );
  expect(exitCode).toBe(1);
  expect(printed).toMatch(/FAIL login\.leads-home/);
  expect(printed).toMatch(
    /NOT RUN .*: The sign-in was refused: Invalid Username or Password/,
  );
  expect(printed).not.toContain("Mistyped@1");
  const { failedLogins } = await portal.control.taxpayer(SIGN_IN.username);
  expect(failedLogins).toBe(1);
});

const HANGING: Record<string, RequestListener> = {
  silent: () => undefined,
  unfinished: (_request, response) => response.write("<html>"),
  busy: (_request, response) => response.end("<script>for (;;);</script>"),
};

test("a portal that answers nothing, or never ends, or keeps its page busy for ever, is not run, within the time that was set", async ({
  run,
  folder,
}) => {
  await Promise.all(
    Object.entries(HANGING).map(async ([name, answer]) => {
      const server = createServer(answer).listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      const { port } = server.address() as AddressInfo;
      const since = performance.now();
      const call = ["--url", `http://127.0.0.1:${port}`, "--timeout", "1"];
      const { exitCode, printed } = await run(
        "conform",
        [...call, "--report", path.join(folder, name)],
        {},
        SIGN_IN,
      );
      expect(performance.now() - since).toBeLessThan(15_000);
      server.closeAllConnections();
      server.close();
      expect(exitCode).toBe(1);
      expect(printed).toMatch(/ 0 passed, 0 failed, \d+ not run\./);
      expect(printed).toContain("The portal did not answer within 1 s.");
    }),
  );
});
