import { controlClient } from "../../kit/index.ts";
import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import { startSimulator } from "../../../simulator/index.ts";
import { expect, test } from "../support/test.ts";

const AT = "/__simulator";

test("a thousand worlds on one server keep their own state", async () => {
  test.setTimeout(60_000);
  await using simulator = await startSimulator();
  const ids = Array.from({ length: 1_000 }, (_, index) => `w${index}`);
  await Promise.all(
    ids.map((id, index) =>
      simulator
        .world(id)
        .patchTaxpayer("never_enabled", { failedLogins: index }),
    ),
  );
  const seen = await Promise.all(
    ids.map((id) => simulator.world(id).taxpayer("never_enabled")),
  );
  expect(seen.map(({ failedLogins }) => failedLogins)).toEqual(
    ids.map((_, index) => index),
  );
  const untouched = await simulator.control.taxpayer("never_enabled");
  expect(untouched.failedLogins).toBe(0);
});

test("16 clients at once, each in its world, do not meet", async () => {
  await using simulator = await startSimulator();
  const { url } = simulator;
  await Promise.all(
    Array.from({ length: 16 }, async (_, index) => {
      const world = `client-${index}`;
      const control = controlClient({ url, world });
      const year = 2030 + index;
      await control.putTaxpayer({ username: `only_${index}` });
      await control.setNow(`${year}-01-01T00:00:00Z`);
      await control.addFault({ at: "login", kind: "error", times: index + 1 });
      const login = await fetch(`${url}/services/login`, {
        headers: { "X-Simulator-World": world },
      });
      expect(login.status).toBe(503);
      const signIn = await fetch(`${url}${AT}/taxpayers/locked/sign-in`, {
        method: "POST",
        headers: { "X-Simulator-World": world },
      });
      const cookie = signIn.headers.getSetCookie().join("; ");
      const landing = async (there: string) =>
        fetch(`${url}/services/auth/fowelcome`, {
          redirect: "manual",
          headers: { Cookie: cookie, "X-Simulator-World": there },
        });
      expect((await landing(world)).status).toBe(200);
      expect((await landing(`client-${(index + 1) % 16}`)).status).toBe(302);

      const names = (await control.taxpayers()).map((one) => one.username);
      expect(names.filter((name) => name.startsWith("only_"))).toEqual([
        `only_${index}`,
      ]);
      expect((await control.now()).getUTCFullYear()).toBe(year);
      const left = (await control.faults()).map(({ times }) => times);
      expect(left).toEqual(index === 0 ? [] : [index]);
      expect(await control.journal({ kind: "fault" })).toHaveLength(1);
    }),
  );
  expect(await simulator.control.faults()).toEqual([]);
  expect(await simulator.control.journal()).toEqual([]);
});

test("16 people and their programs at once share no CAPTCHA, switch, message or token", async ({
  playwright,
}) => {
  await using simulator = await startSimulator({
    edition: "2026",
    otp: "random",
  });
  const { url } = simulator;
  const clients = await Promise.all(
    Array.from({ length: 16 }, async (_, index) => {
      const world = `person-${index}`;
      const control = controlClient({ url, world });
      const { username, gstin } = await control.taxpayer("never_enabled");
      const headers = { "X-Simulator-World": world };
      const request = await playwright.request.newContext({
        baseURL: url,
        extraHTTPHeaders: headers,
      });
      const post = async (path: string, data: object): Promise<unknown> =>
        (await request.post(`/services/${path}`, { data })).json();
      await request.get("/services/captcha");
      const { answer: captcha } = await control.captcha();
      const password = "Simulator@1";
      const signIn = { username, password, captcha, type: "username" };
      expect(await post("authenticate", signIn)).toMatchObject({
        message: "auth",
      });
      const choice = { isAPIEnable: "Y", exDm: index < 8 ? "360" : "43200" };
      await post("auth/api/updateAPIAccessStatus", choice);
      await request.dispose();

      const client = createTaxpayerApiClient({
        baseUrl: url,
        username,
        gstin,
        headers,
      });
      expect(await client.requestOtp()).toMatchObject({ ok: true });
      const messages = await control.messages();
      expect(messages).toHaveLength(2);
      const login = await client.authenticate(messages[0]?.otp ?? "");
      expect(login.body["expiry"]).toBe(Number(choice.exDm));
      return { client, control, token: client.session!.authToken };
    }),
  );
  await Promise.all(
    clients.map(async ({ client, control }, index) => {
      expect(await client.getPreference("2026-27")).toMatchObject({ ok: true });
      const { token } = clients[(index + 1) % clients.length]!;
      client.session = { ...client.session!, authToken: token };
      expect(await client.getPreference("2026-27")).toMatchObject({
        code: "RT-R1R3BAV-1007",
      });
      for (const kind of ["login", "token-issued", "token-refused"] as const) {
        expect(await control.journal({ kind })).toHaveLength(1);
      }
    }),
  );
  expect(await simulator.control.messages()).toEqual([]);
  expect(await simulator.control.journal()).toEqual([]);
});

test("a hundred resets and edits at once lose nothing", async ({
  playwright,
}) => {
  const request = await playwright.request.newContext();
  await using simulator = await startSimulator();
  const { url } = simulator;
  const edits = Array.from({ length: 100 }, (_, index) =>
    request.put(`${url}${AT}/taxpayers/edit_${index}`, { data: {} }),
  );
  const faults = Array.from({ length: 100 }, () =>
    request.post(`${url}${AT}/faults`, {
      data: { at: "login", kind: "error" },
    }),
  );
  const resets = Array.from({ length: 100 }, (_, index) =>
    request.post(`${url}${AT}/reset`, {
      headers: { "X-Simulator-World": `other-${index % 10}` },
    }),
  );
  const answers = await Promise.all([...edits, ...faults, ...resets]);
  const statuses = answers.map((answer) => answer.status());
  expect(new Set(statuses.slice(0, 200))).toEqual(new Set([201]));
  expect(new Set(statuses.slice(200))).toEqual(new Set([204]));
  const names = (await simulator.control.taxpayers()).map(
    ({ username }) => username,
  );
  expect(names.filter((name) => name.startsWith("edit_"))).toHaveLength(100);
  expect(await simulator.control.faults()).toHaveLength(100);
  await request.dispose();
});

test("resets and edits of one world at once leave no taxpayer half edited, and each edit after them stands", async () => {
  await using simulator = await startSimulator();
  const { control } = simulator;
  const before = await control.taxpayers();
  const edit = (username: string, name: string) =>
    control.patchTaxpayer(username, { legalName: name, tradeName: name });
  await Promise.all(
    Array.from({ length: 20 }, (_, round) => [
      control.reset(),
      ...before.map(({ username }) => edit(username, `Round ${round}`)),
    ]).flat(),
  );
  for (const [index, after] of (await control.taxpayers()).entries()) {
    const { legalName, tradeName } = before[index]!;
    const isUntouched =
      after.legalName === legalName && after.tradeName === tradeName;
    if (isUntouched) continue;
    expect(after.legalName).toMatch(/^Round /);
    expect(after.tradeName).toBe(after.legalName);
  }
  await Promise.all(before.map(({ username }) => edit(username, "At last")));
  const names = (await control.taxpayers()).map(({ legalName }) => legalName);
  expect(names).toEqual(before.map(() => "At last"));
});
