import { startSimulator } from "../../../simulator/index.ts";
import { caller, expect, test } from "./calls.ts";
import type { Refusal } from "./calls.ts";

test("GET /health tells that all is well, the version, the edition and the world's now", async ({
  call,
  control,
}) => {
  await control.setNow("2017-08-19T11:31:00Z");
  const { status, body } = await call("GET", "/health");
  expect(status).toBe(200);
  expect(body).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    edition: "2017",
    now: expect.stringMatching(/^2017-08-19T11:3\d:\d\d\.\d{3}Z$/),
  });
});

test.describe("GET /journal", () => {
  test("tells what happened, newest first, with instants of the world", async ({
    call,
    control,
    visitor,
  }) => {
    await control.setNow("2017-08-19T11:31:00Z");
    await visitor.signIn("never_enabled", "Wrong@123");
    await visitor.signIn("never_enabled");
    const { status, body } = await call("GET", "/journal");
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        at: expect.stringMatching(/^2017-08-19T11:3/),
        kind: "login",
        username: "never_enabled",
        detail: "",
      },
      {
        at: expect.stringMatching(/^2017-08-19T11:3/),
        kind: "login-failed",
        username: "never_enabled",
        detail: "wrong",
      },
    ]);
  });

  test("is asked by user, kind and number", async ({ call, visitor }) => {
    await visitor.signIn("never_enabled");
    await visitor.signIn("enabled_30_days");
    await visitor.enable("6 hrs");
    const asked = async (query: string) => {
      const { body } = await call("GET", `/journal?${query}`);
      return (body as { kind: string }[]).map(({ kind }) => kind);
    };
    expect(await asked("username=NEVER_enabled")).toEqual(["login"]);
    expect(await asked("kind=login")).toEqual(["login", "login"]);
    expect(await asked("limit=1")).toEqual(["api-access-enabled"]);
    expect(await asked("kind=logout")).toEqual([]);
  });

  test("tells nothing of the control plane's own calls", async ({ call }) => {
    await call("PUT", "/taxpayers/neem", {});
    await call("PATCH", "/taxpayers/neem", {
      apiAccess: { enabled: true, duration: "6 hrs" },
    });
    await call("POST", "/clock/advance", { by: "PT6H" });
    expect((await call("GET", "/journal")).body).toEqual([]);
  });

  test("is emptied by DELETE (204)", async ({ call, visitor }) => {
    await visitor.signIn("never_enabled");
    expect((await call("DELETE", "/journal")).status).toBe(204);
    expect((await call("GET", "/journal")).body).toEqual([]);
  });

  for (const { query, path } of [
    { query: "kind=lunch", path: "kind" },
    { query: "limit=many", path: "limit" },
    { query: "limit=-1", path: "limit" },
    { query: "user=x", path: "user" },
  ]) {
    test(`refuses ?${query}`, async ({ call }) => {
      const { status, body } = await call("GET", `/journal?${query}`);
      expect(status).toBe(400);
      expect((body as Refusal).error.path).toBe(path);
    });
  }
});

test.describe("A call that is wrong altogether is refused in JSON:", () => {
  test("an unknown path", async ({ call }) => {
    const { status, body } = await call("GET", "/nothing");
    expect(status).toBe(404);
    expect((body as Refusal).error.message).toContain(
      "GET /__simulator/nothing",
    );
  });

  test("a method that a path does not have", async ({ call }) => {
    expect((await call("DELETE", "/clock")).status).toBe(404);
  });

  test("a broken escape in the path", async ({ call }) => {
    const { status, body } = await call("GET", "/taxpayers/%zz");
    expect(status).toBe(400);
    expect((body as Refusal).error.message).toMatch(
      /^The request cannot be read/,
    );
  });

  for (const { what, type, data, says } of [
    { what: "broken JSON", type: "application/json", data: "{", says: /JSON/ },
    { what: "no JSON", type: "text/plain", data: "{}", says: /Content-Type/ },
    { what: "nothing", type: "application/json", data: "", says: /./ },
  ]) {
    test(`a body that is ${what}`, async ({ request, call }) => {
      const answer = await request.put("/__simulator/clock", {
        headers: { "Content-Type": type },
        // As bytes: a text would be sent as a JSON string.
        data: Buffer.from(data),
      });
      expect(answer.status()).toBe(400);
      const { error } = (await answer.json()) as Refusal;
      expect(error.message).toMatch(says);
      const { body } = await call("GET", "/clock");
      expect(body).toMatchObject({ offset: "PT0S" });
    });
  }
});

test.describe("With a token, the control plane", () => {
  test("answers its bearer only, but for health and joining a world", async ({
    playwright,
  }) => {
    await using simulator = await startSimulator({ controlToken: "Open-1" });
    const statusWith = async (
      authorization: string | undefined,
      method: string,
      path: string,
    ) => {
      const request = await playwright.request.newContext({
        baseURL: simulator.url,
        ...(authorization !== undefined && {
          extraHTTPHeaders: { Authorization: authorization },
        }),
      });
      const { status } = await caller(request)(method, path);
      await request.dispose();
      return status;
    };
    for (const wrong of [undefined, "", "Open-1", "Bearer", "Bearer open-1"]) {
      expect(await statusWith(wrong, "GET", "/taxpayers")).toBe(401);
      expect(await statusWith(wrong, "POST", "/reset")).toBe(401);
      expect(await statusWith(wrong, "GET", "/nothing")).toBe(401);
      expect(await statusWith(wrong, "GET", "/health")).toBe(200);
      expect(await statusWith(wrong, "POST", "/worlds/a/join")).toBe(303);
    }
    expect(await statusWith("Bearer Open-1", "GET", "/taxpayers")).toBe(200);
  });
});

test("without a control plane every path of it is 404, and the library's levers work", async ({
  playwright,
}) => {
  await using simulator = await startSimulator({ control: false });
  const request = await playwright.request.newContext({
    baseURL: simulator.url,
  });
  for (const path of ["", "/", "/health", "/taxpayers", "/worlds/a/join"]) {
    for (const method of ["GET", "POST", "PUT"]) {
      const answer = await request.fetch(`/__simulator${path}`, { method });
      expect(answer.status(), `${method} ${path}`).toBe(404);
    }
  }
  await request.dispose();
  const before = await simulator.control.now();
  await simulator.control.advance("PT6H");
  const after = await simulator.control.now();
  const ahead = after.getTime() - before.getTime();
  expect(Math.round(ahead / 3_600_000)).toBe(6);
});
