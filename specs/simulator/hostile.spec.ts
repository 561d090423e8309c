import { once } from "node:events";
import { connect } from "node:net";
import { attack } from "../../scripts/fuzz/attack.ts";
import { startSimulator } from "../../simulator/index.ts";
import { Program } from "./support/program.ts";
import { expect, test } from "./support/test.ts";
import {
  LOGIN,
  LOGOUT,
  MANAGE_API_ACCESS,
  PROFILE,
} from "./support/visitor.ts";

for (const edition of ["2017", "2026"] as const) {
  test(`a thousand hostile requests to edition ${edition} find nothing`, async () => {
    const { finding } = await attack({ seed: 2017, requests: 1_000, edition });
    expect(finding).toBeUndefined();
  });
}

test.describe("What the fuzzer once found:", () => {
  test("a cookie that is JSON is a cookie like any", async ({ request }) => {
    const answer = await request.get(LOGIN, {
      headers: { Cookie: `AuthToken=j%3A%7B%22a%22%3A1%7D` },
    });
    expect(answer.status()).toBe(200);
  });

  test("an asset asked for under a condition that fails is a page with a 4xx", async ({
    request,
    visitor,
  }) => {
    const { $ } = await visitor.read(LOGIN);
    const asset = $("script[src]").attr("src") ?? "";
    for (const [headers, status] of [
      [{ "If-Match": `"other"` }, 412],
      [{ Range: "bytes=999999-" }, 416],
    ] as const) {
      const answer = await request.get(asset, { headers });
      expect(answer.status()).toBe(status);
      expect(answer.headers()["cache-control"]).toBe("no-store");
      expect(await answer.text()).toContain("not the GST portal");
    }
  });

  test("HTTP/1.0 may name no host", async () => {
    await using simulator = await startSimulator();
    const head = await sendBytes(
      simulator.url,
      `GET ${LOGIN} HTTP/1.0\r\n\r\n`,
    );
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("a request for no path is a 404", async ({ address }) => {
    for (const target of ["*", "*$", "*/services/login"]) {
      const head = await sendBytes(
        address.url,
        `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );
      expect(head).toMatch(/^HTTP\/1\.1 404 /);
    }
  });

  test("a 100 Continue gets into no answer that waits for the one before it", async () => {
    await using simulator = await startSimulator();
    const ask = (path: string, ...headers: string[]) =>
      [`GET ${path} HTTP/1.1`, "Host: x", ...headers, "", ""].join("\r\n");
    // Its first answer takes a while: the key is made for it.
    const certificate = ask("/static/gstn_public.pem");
    const continued = ask("/static/gstn_public.pem", "Expect: 100-continue");
    const answers = await sendBytes(simulator.url, certificate + continued);
    const [, ...both] = answers.split("HTTP/1.1 200 OK\r\n");
    expect(both).toHaveLength(2);
    for (const answer of both) {
      expect(answer).toMatch(/^(?:[\w-]+: .*\r\n)+\r\n-----BEGIN CERTIFICATE/);
    }
    expect(both[1]).toContain("Connection: close");
  });

  test("who hangs up before the answers is no fault that the log tells of", async () => {
    await using program = new Program(["--port", "0"]);
    const url = await program.ready();
    const asked = `GET ${LOGIN} HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\n\r\n`;
    const { hostname, port } = new URL(url);
    for (let times = 0; times < 5; times++) {
      const socket = connect(Number(port), hostname);
      await once(socket, "connect");
      socket.write(asked.repeat(100));
      socket.resetAndDestroy();
    }
    expect((await fetch(url + LOGIN)).status).toBe(200);
    expect(program.stderr).toBe("");
  });

  test("a method that a page does not take is 405, and says which it takes", async ({
    request,
  }) => {
    for (const path of [LOGIN, MANAGE_API_ACCESS, "/SERVICES/LOGIN/"]) {
      const answer = await request.put(path, { data: {} });
      expect(answer.status()).toBe(405);
      expect(answer.headers()["allow"]).toBe("GET, HEAD, POST");
    }
    const options = await request.fetch(LOGOUT, { method: "OPTIONS" });
    expect(options.status()).toBe(204);
    expect(options.headers()["allow"]).toBe("GET, HEAD");
  });

  test("the panel's stream of news has an end for who asks for its head", async ({
    request,
  }) => {
    const answer = await request.head("/__simulator/panel/live");
    expect(answer.headers()["content-type"]).toBe("text/event-stream");
  });

  test("a lever is no address of the portal's", async ({ request }) => {
    const answer = await request.get("/clok", {
      headers: { Accept: "application/json" },
    });
    expect(await answer.text()).not.toContain(`/clock"`);
    expect((await request.post("/reset")).status()).toBe(404);
  });

  test("too many tries of a control token are told on a page", async ({
    playwright,
  }) => {
    await using simulator = await startSimulator({ controlToken: "secret" });
    const request = await playwright.request.newContext({
      baseURL: simulator.url,
    });
    const tries = Array.from({ length: 31 }, () =>
      request.post("/__simulator/panel/sign-in", { form: { token: "x" } }),
    );
    const refused = (await Promise.all(tries)).filter(
      (answer) => answer.status() === 429,
    );
    expect(refused).toHaveLength(1);
    expect(await refused[0]?.text()).toContain("not the GST portal");
    await request.dispose();
  });
});

test("who sends a form a byte at a time holds up nobody, and is answered in the end", async ({
  visitor,
  address,
}) => {
  const { hostname, port } = new URL(address.url);
  const slow = connect(Number(port), hostname).setNoDelay(true);
  await once(slow, "connect");
  const form = `user_name=${"x".repeat(40)}`;
  const bytes = `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`;
  try {
    for (let at = 0; at < bytes.length; at++) {
      slow.write(bytes.charAt(at));
      if (at % 10 > 0) continue;
      expect((await visitor.get(LOGIN)).status()).toBe(200);
    }
    const [answer] = (await once(slow, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /);
  } finally {
    slow.destroy();
  }
});

test("a sign-out is not undone by a form that was under way", async ({
  visitor,
  otherVisitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  const { token } = await visitor.read(MANAGE_API_ACCESS);
  const { cookies } = await visitor.request.storageState();
  const authToken = cookies.find(({ name }) => name === "AuthToken");
  // Strikes behind the session, which has been read by then.
  const fault = { at: "manage-api-access", kind: "delay" } as const;
  await control.addFault({ ...fault, delay: "PT0.3S" });
  const form = { _csrf: token, isAPIEnable: "Y", exDm: "360" };
  const underWay = visitor.post(MANAGE_API_ACCESS, form);
  await expect.poll(async () => control.faults()).toEqual([]);
  await visitor.get(LOGOUT);
  expect((await underWay).status()).toBe(303);
  const replayed = await otherVisitor.request.get(PROFILE, {
    headers: { Cookie: `AuthToken=${authToken?.value}` },
    maxRedirects: 0,
  });
  expect(replayed.status()).toBe(302);
});

/** Sends bytes and resolves to all that comes back until the server closes. */
async function sendBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = "";
    connect(Number(port), hostname)
      .on("data", (chunk) => (received += chunk.toString()))
      .once("close", () => resolve(received))
      .once("error", reject)
      .write(bytes);
  });
}
