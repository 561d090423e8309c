import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { startSimulator } from "../../simulator/index.ts";
import type { Simulator, TaxpayerFields } from "../../simulator/index.ts";
import type { Inside } from "../conformance/commands/conform.ts";
import { apiAccessVisit } from "../conformance/visits/api-access.ts";
import { disablesVisit, enablesVisits } from "../conformance/visits/confirm.ts";
import {
  signInVisit,
  wrongSignInVisit,
} from "../conformance/visits/sign-in.ts";
import { expect, test } from "./judged.ts";
import { standIn } from "./stand-in.ts";

test.setTimeout(120_000);

const SIGN_IN = { username: "banyan", password: "Monsoon@88" };
const CALL = ["--url", "https://services.gst.gov.in", "--edition", "2026"];

/** The portal at its own addresses, with a taxpayer in whatever situation a run may meet. */
async function portalOf(
  apiAccess: TaxpayerFields["apiAccess"],
): Promise<Simulator> {
  const portal = await startSimulator({ edition: "2026", https: true });
  await portal.control.putTaxpayer({
    ...SIGN_IN,
    lastLoginAt: "2026-05-05T05:05:00Z",
    newDevice: true,
    popups: ["aadhaar", "bank-account"],
    ...(apiAccess && { apiAccess }),
  });
  return portal;
}

function insideOf(portal: Simulator): Inside {
  const { host } = new URL(portal.url);
  return {
    launch: { args: [`--host-resolver-rules=MAP *.gst.gov.in ${host}`] },
    ignoreHTTPSErrors: true,
  };
}

test("a run at the real addresses survives a wrong CAPTCHA, an OTP, pop-ups and a lost session, and puts the switch back", async ({
  run,
  folder,
}) => {
  await using portal = await portalOf({ enabled: true, duration: "30 days" });
  await portal.control.addFault({ at: "profile", kind: "session-expired" });
  const person = standIn(portal, 1);
  const sessionFile = path.join(folder, "kept", "session.json");
  let mode: number | undefined;
  let kept = "";
  const lines: string[] = [];
  const { exitCode, report } = await run(
    "conform",
    [...CALL, "--confirm-changes"],
    { ...insideOf(portal), person, sessionFile },
    {
      ...SIGN_IN,
      say: (line) => {
        lines.push(line);
        if (line.startsWith("The switch shows")) {
          void stat(sessionFile).then((file) => (mode = file.mode & 0o777));
          void readFile(sessionFile, "utf8").then((text) => (kept = text));
        }
      },
    },
  );
  const printed = lines.join("\n");
  expect(printed).not.toContain("FAIL");
  expect(printed).not.toMatch(/NOT RUN (?!login\.locks:)/);
  expect(exitCode).toBe(0);
  expect(report?.clauses).toContainEqual(
    expect.objectContaining({ id: "welcome.popup-dismissed", result: "pass" }),
  );
  expect(printed).toContain("The portal has ended the session");
  expect(printed).toContain("The switch is back on Yes, 30 days.");
  expect(printed).toMatch(/NOT RUN login.locks: No account is locked/);
  const { apiAccess, locked } = await portal.control.taxpayer("banyan");
  expect(apiAccess).toMatchObject({ enabled: true, duration: "30 days" });
  expect(locked).toBe(false);
  // The refused sign-in, mistyped and repeated; then two sign-ins, each with its OTP.
  const twice = ["captcha", "otp", "captcha", "otp"];
  expect(person.asked).toEqual(["captcha", "captcha", ...twice]);

  expect(mode).toBe(0o600);
  expect(kept).toContain("AuthToken");
  expect(kept).not.toContain(SIGN_IN.password);
  const files = await readdir(folder, { recursive: true });
  expect(files).not.toContain(path.join("kept", "session.json"));
  const messages = await portal.control.messages("banyan");
  const otps = messages.flatMap(({ otp }) => otp ?? []);
  expect(otps).not.toEqual([]);
  for (const name of ["report.json", "report.md", "report.html"]) {
    const text = await readFile(path.join(folder, name), "utf8");
    expect(text).not.toContain(SIGN_IN.password);
    expect(text.match(/\b\d{6}\b/g) ?? []).not.toContain(otps[0]);
  }
  expect(printed).not.toContain(SIGN_IN.password);
});

test("where the connection is lost before the switch was put back, a person is told in capitals what to do", async ({
  run,
  folder,
}) => {
  const portal = await portalOf({ enabled: false });
  const enabled = expect.poll(
    async () => (await portal.control.taxpayer("banyan")).apiAccess.enabled,
    { timeout: 60_000 },
  );
  const lost = enabled.toBe(true).then(() => portal.close());
  const { exitCode, printed, report } = await run(
    "conform",
    [...CALL, "--confirm-changes", "--timeout", "2"],
    {
      ...insideOf(portal),
      person: standIn(portal),
      visits: [signInVisit, ...enablesVisits],
    },
    SIGN_IN,
  );
  await lost;
  expect(exitCode).toBe(1);
  const toDo =
    "THE SWITCH WAS NOT PUT BACK. SIGN IN AT https://services.gst.gov.in, OPEN MANAGE API ACCESS, CHOOSE NO AND PRESS CONFIRM.";
  expect(printed).toContain(toDo);
  expect(report?.toDo).toContain(toDo);
  for (const name of ["report.md", "report.html"]) {
    expect(await readFile(path.join(folder, name), "utf8")).toContain(toDo);
  }
});

test("without --confirm-changes the live site is only read", async ({
  run,
}) => {
  await using portal = await portalOf({ enabled: false });
  const person = standIn(portal);
  const visits = [wrongSignInVisit, signInVisit, apiAccessVisit, disablesVisit];
  const { exitCode, printed, report } = await run(
    "conform",
    CALL,
    { ...insideOf(portal), person, visits },
    SIGN_IN,
  );
  expect(report?.summary.fail).toBe(0);
  expect(report?.clauses).toContainEqual(
    expect.objectContaining({ id: "api-access.yes-no", result: "pass" }),
  );
  expect(printed).toMatch(/NOT RUN .*api-access\.disables.*only read/);
  expect(exitCode).toBe(1);
  expect(person.asked).toEqual(["captcha", "otp"]);
  const kinds = (await portal.control.journal()).map(({ kind }) => kind);
  expect(kinds).not.toContain("login-failed");
  expect(kinds).not.toContain("api-access-enabled");
  expect(kinds).not.toContain("api-access-disabled");
});
