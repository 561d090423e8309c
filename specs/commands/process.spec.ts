import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSimulator } from "../../simulator/index.ts";
import { Program } from "../simulator/support/program.ts";
import { expect, test } from "./judged.ts";

test.setTimeout(90_000);

const CONFORM = fileURLToPath(new URL("changes-only.ts", import.meta.url));
const PASSWORD = "Peepal@77q";

test("Ctrl-C in the middle puts the switch back, and the password is in no argument list, output or report", async ({
  folder,
}, { config }) => {
  const { browser = "" } = config.metadata as { browser?: string };
  await using portal = await startSimulator();
  await portal.control.putTaxpayer({
    username: "banyan",
    password: PASSWORD,
    apiAccess: { enabled: true, duration: "6 hrs" },
  });
  const call = ["--url", portal.url, "--confirm-changes", "--report", folder];
  const env = {
    GST_USERNAME: "banyan",
    GST_PASSWORD: PASSWORD,
    PORTAL_BROWSER: browser,
  };
  await using program = new Program(call, env, CONFORM);
  const duration = async () =>
    (await portal.control.taxpayer("banyan")).apiAccess.duration;
  await expect
    .poll(duration, { timeout: 60_000, intervals: [50] })
    .not.toBe("6 hrs");
  const argumentLists = await everyArgumentList();
  program.kill("SIGINT");

  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.stdout).toContain("The switch is back on Yes, 6 hrs.");
  expect(program.stdout).toMatch(/NOT RUN .*: The run was interrupted\./);
  expect(await duration()).toBe("6 hrs");

  expect(argumentLists).toContain(portal.url);
  const texts = [argumentLists, program.stdout, program.stderr];
  for (const name of await readdir(folder)) {
    texts.push(await readFile(path.join(folder, name), "utf8"));
  }
  expect(texts).toHaveLength(6);
  for (const text of texts) expect(text).not.toContain(PASSWORD);
});

/** The command lines of all processes. */
async function everyArgumentList(): Promise<string> {
  if (process.platform !== "linux") {
    return (await promisify(execFile)("ps", ["-Ao", "args"])).stdout;
  }
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lists = ids.map((id) =>
    readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "gone by now"),
  );
  return (await Promise.all(lists)).join("\n");
}
