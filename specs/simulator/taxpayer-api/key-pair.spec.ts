import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSimulator } from "../../../simulator/index.ts";
import type { SimulatorOptions } from "../../../simulator/index.ts";
import { fetchText } from "../../kit/taxpayer-api-reply.ts";
import { vectors } from "../../unit/taxpayer-api/vectors.ts";
import { expect, test as base } from "../support/test.ts";

const test = base.extend<{ folder: string }>({
  // Playwright reads the fixtures it needs from the braces.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "api-key-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

async function certificateOf(options: SimulatorOptions): Promise<string> {
  await using simulator = await startSimulator(options);
  return await fetchText(`${simulator.url}/static/gstn_public.pem`);
}

test("a data directory keeps the certificate across restarts", async ({
  folder,
}) => {
  const first = await certificateOf({ dataDir: folder });
  expect(await certificateOf({ dataDir: folder })).toBe(first);
  expect(await certificateOf({})).not.toBe(first);
});

test("a key pair of one's own is served", async ({ folder }) => {
  const apiKey = path.join(folder, "key.pem");
  const apiCertificate = path.join(folder, "certificate.pem");
  await writeFile(apiKey, vectors.privateKeyPem);
  await writeFile(apiCertificate, vectors.certificatePem);
  const served = await certificateOf({ apiKey, apiCertificate });
  expect(served.trim()).toBe(vectors.certificatePem.trim());
});

test("what is wrong with a key pair or a code is said at the start", async ({
  folder,
}) => {
  const apiKey = path.join(folder, "key.pem");
  await writeFile(apiKey, "nothing");
  const wrong: [SimulatorOptions, RegExp][] = [
    [{ apiKey }, /given together/],
    [{ apiKey, apiCertificate: apiKey }, /RSA private key/],
    [{ dataDir: path.join(apiKey, "below") }, /key pair cannot be used/],
    [{ apiCodes: { "no-refusal": "AUTH4038" } }, /no refusal "no-refusal"/],
    [{ apiCodes: { "token-unknown": "X1" } }, /no code "X1"/],
  ];
  for (const [options, reason] of wrong) {
    await expect(startSimulator(options)).rejects.toThrow(reason);
  }
});
