import { writeFile } from "node:fs/promises";
import { startSimulator } from "../../simulator/index.ts";
import { expect, test } from "./support/test.ts";

test("startSimulator() listens on a free port of this machine until it is closed", async () => {
  const [one, other] = await Promise.all([startSimulator(), startSimulator()]);
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(one.url).not.toBe(other.url);
  expect((await fetch(one.url)).status).toBe(200);
  await one.close();
  await one.close();
  await expect(fetch(one.url)).rejects.toThrow();
  expect((await fetch(other.url)).status).toBe(200);
  await other.close();
});

test("await using closes it at the end of the block", async () => {
  let url: string;
  {
    await using simulator = await startSimulator({ port: 0, edition: "2017" });
    ({ url } = simulator);
    expect((await fetch(url)).status).toBe(200);
  }
  await expect(fetch(url)).rejects.toThrow();
});

test("its levers and those over HTTP move the same world", async () => {
  await using simulator = await startSimulator();
  await simulator.control.putTaxpayer({ username: "neem" });
  const answer = await fetch(`${simulator.url}/__simulator/taxpayers/neem`);
  expect(answer.status).toBe(200);
  await fetch(`${simulator.url}/__simulator/reset`, { method: "POST" });
  await expect(simulator.control.taxpayer("neem")).rejects.toThrow(
    /no taxpayer "neem"; there is never_enabled/,
  );
});

test("its levers refuse with a sentence and change nothing", async () => {
  await using simulator = await startSimulator();
  const { control } = simulator;
  await expect(control.advance("-PT1S")).rejects.toThrow(/by: .*negative/);
  await expect(control.setNow("soon")).rejects.toThrow(/now: .*instant/);
  await expect(control.scenario("none")).rejects.toThrow(/there is default/);
  await expect(
    control.putTaxpayer({ username: "neem", gstin: "29" }),
  ).rejects.toThrow(/gstin: Must be a GSTIN/);
  expect(await control.taxpayers()).toHaveLength(11);
});

test("a scenario comes from a file", async () => {
  const file = test.info().outputPath("mine.json");
  const scenario = { name: "mine", taxpayers: [{ username: "neem" }] };
  await writeFile(file, JSON.stringify(scenario));
  await using simulator = await startSimulator({ scenario: file });
  const taxpayers = await simulator.control.taxpayers();
  expect(taxpayers.map(({ username }) => username)).toEqual(["neem"]);
  await simulator.control.scenario("default");
  expect(await simulator.control.taxpayers()).toHaveLength(11);
  await simulator.control.scenario("mine");
  expect(await simulator.control.taxpayers()).toHaveLength(1);
});

test.describe("startSimulator() rejects", () => {
  for (const { options, says } of [
    { options: { edition: "1947" }, says: /edition must be one of 2017/ },
    { options: { scenario: "none" }, says: /there is default/ },
    { options: { host: "0.0.0.0" }, says: /--allow-remote/ },
    { options: { port: -1 }, says: /port must be .* 65535/ },
    { options: { port: 1.5 }, says: /port must be/ },
    { options: { worlds: 0 }, says: /worlds must be/ },
    { options: { signInsPerMinute: 0 }, says: /signInsPerMinute must be/ },
    { options: { log: "loud" }, says: /log must be one of silent/ },
    { options: { control: "no" }, says: /control must be true or false/ },
    { options: { scenaro: "default" }, says: /no option scenaro; there is/ },
  ]) {
    test(JSON.stringify(options), async () => {
      await expect(startSimulator(options as object)).rejects.toThrow(says);
    });
  }
});
