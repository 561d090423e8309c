import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "./support/test.ts";

/** `npm start -- --port 0`, and the address it prints. */
async function npmStart() {
  const npm = spawn("npm", ["start", "--", "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface(npm.stdout)) {
    const [, url] = /^Listening on (\S+)$/.exec(line) ?? [];
    if (url) return { npm, url };
  }
  throw new Error("npm start ended without an address");
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`npm start passes ${signal} on: the server ends first, then npm, well`, async () => {
    const { npm, url } = await npmStart();
    expect((await fetch(`${url}/services/login`)).status).toBe(200);
    npm.kill(signal);
    expect(await once(npm, "exit")).toEqual([0, null]);
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });
}
