import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { createTaxpayerApiClient } from "../kit/taxpayer-api-client.ts";
import { Program } from "./support/program.ts";
import { expect, test } from "./support/test.ts";

test.describe("The program, when it serves,", () => {
  test("prints the demo sign-ins, then one ready line with the address that answers", async () => {
    await using program = new Program(["serve", "--port", "0"]);
    const url = await program.ready();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    const answer = await fetch(`${url}/services/login`);
    expect(answer.status).toBe(200);
    expect(program.stdout).toMatch(/never_enabled +Simulator@1/);
    expect(program.stdout).toMatch(/old_password +Simulator@1/);
    expect(program.stdout.match(/Listening on/g)).toHaveLength(1);
    expect(program.stdout.endsWith(`Listening on ${url}\n`)).toBe(true);
    expect(program.stderr).toBe("");
  });

  test("takes settings from the environment, and a flag wins", async () => {
    const env = { PORTAL_PORT: "1", PORTAL_NO_CONTROL: "1" };
    await using program = new Program(["--port=0"], env);
    const url = await program.ready();
    expect((await fetch(`${url}/__simulator/health`)).status).toBe(404);
    expect(program.stdout).not.toContain("/__simulator");
  });

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    test(`ends with code 0 within 2 s of ${signal}, its open answers finished`, async () => {
      await using program = new Program(["--port", "0"]);
      const url = await program.ready();
      const { port } = new URL(url);
      const open = connect(Number(port), "127.0.0.1");
      let answer = "";
      open.on("data", (data) => (answer += String(data)));
      const closed = new Promise((resolve) => open.once("close", resolve));
      // A sign-in of which only the head has come: the answer is still open.
      const body = "user_name=a&user_pass=b";
      open.write(
        `POST /services/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      await fetch(`${url}/services/login`);

      const since = performance.now();
      program.kill(signal);
      await expect
        .poll(() =>
          fetch(url).then(
            () => "taken",
            () => "refused",
          ),
        )
        .toBe("refused");
      open.write(body);
      expect(await program.ended).toEqual({ code: 0, signal: null });
      expect(performance.now() - since).toBeLessThan(2_000);
      await closed;
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain("</html>");
    });
  }

  test("is not cut off by a second signal", async () => {
    await using program = new Program(["--port", "0"]);
    await program.ready();
    program.kill("SIGINT");
    program.kill("SIGTERM");
    expect(await program.ended).toEqual({ code: 0, signal: null });
  });
});

test.describe("The program, when the call is wrong, ends with 2 and one sentence:", () => {
  // What settings refuse is in specs/unit/settings.spec.ts; here is what becomes of it.
  for (const { args, says } of [
    { args: ["--prot", "1"], says: /no --prot; there is --port, --host/ },
    { args: ["dance"], says: /no command "dance"; there is serve/ },
    { args: ["--scenario", "x"], says: /no scenario "x"; there is default/ },
    { args: ["--scenario", "/no/such.json"], says: /There is no such file/ },
  ]) {
    test(args.join(" "), async () => {
      await using program = new Program(args);
      expect(await program.ended).toEqual({ code: 2, signal: null });
      expect(program.stderr).toMatch(says);
      expect(program.stderr.trim().split("\n")).toHaveLength(1);
      expect(program.stdout).toBe("");
    });
  }

  test("a port in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await using program = new Program(["--port", String(port)]);
    expect(await program.ended).toEqual({ code: 2, signal: null });
    expect(program.stderr).toContain(`Port ${port} is in use`);
    expect(program.stdout).toBe("");
    other.close();
  });
});

test("--help tells every option and ends with 0", async () => {
  await using program = new Program(["--help"]);
  expect(await program.ended).toEqual({ code: 0, signal: null });
  for (const option of [
    "--port",
    "--host",
    "--edition",
    "--scenario",
    "--no-control",
    "--control-token",
    "--allow-remote",
    "--help",
  ]) {
    expect(program.stdout).toContain(option);
  }
});

test("no password, OTP or token is in the program's log, whatever is sent, and nobody writes a line of it", async () => {
  await using program = new Program(["--port", "0", "--log", "info"]);
  const url = await program.ready();
  const secret = "Secret@99";
  const typed = new URLSearchParams({ user_name: secret, user_pass: secret });
  const login = `${url}/services/login`;
  await fetch(login, { method: "POST", body: typed });
  await fetch(`${login}?user_pass=${secret}`);
  await fetch(`${url}/%0A%7B%22msg%22:%22forged%22%7D`);
  await fetch(`${url}/taxpayerapi/v1.0/authenticate?otp=${secret}`, {
    method: "POST",
    headers: { "auth-token": secret, "Content-Type": "application/json" },
    body: JSON.stringify({ action: "AUTHTOKEN", otp: secret }),
  });
  const issued = await issuedBy(url);
  expect(issued).toHaveLength(3);
  await fetch(`${url}/__simulator/taxpayers/neem`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: `{"password": "${secret}", broken`,
  });
  await expect
    .poll(() => program.stderr)
    .toContain('"path":"/__simulator/taxpayers/neem"');
  for (const kept of [secret, ...issued]) {
    expect(program.stderr).not.toContain(kept);
  }
  for (const line of program.stderr.trim().split("\n")) {
    expect(JSON.parse(line)).toMatchObject({ msg: "request" });
  }
});

/** The cookie of a sign-in, an OTP and a token, each given out and used. */
async function issuedBy(url: string): Promise<string[]> {
  const lever = `${url}/__simulator/taxpayers/enabled_30_days`;
  const signIn = await fetch(`${lever}/sign-in`, { method: "POST" });
  const [cookie = ""] = (signIn.headers.get("set-cookie") ?? "").split(";");
  const page = `${url}/services/auth/myprofile`;
  await fetch(page, { headers: { Cookie: cookie } });
  const { gstin, username } = (await (await fetch(lever)).json()) as {
    gstin: string;
    username: string;
  };
  const client = createTaxpayerApiClient({ baseUrl: url, gstin, username });
  await client.requestOtp();
  const otp = "575757";
  expect(await client.authenticate(otp)).toMatchObject({ ok: true });
  await client.getPreference("2026-27");
  const token = client.session?.authToken ?? "";
  return [cookie.split("=")[1] ?? "", otp, token].filter(Boolean);
}
