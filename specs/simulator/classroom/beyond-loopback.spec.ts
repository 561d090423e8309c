import { networkInterfaces } from "node:os";
import { load } from "cheerio";
import { portalAddress } from "../../../simulator/control/panel/classroom/address.ts";
import { startSimulator } from "../../../simulator/index.ts";
import { Visitor } from "../support/visitor.ts";
import { expect, test } from "../support/test.ts";

const TOKEN = "the-trainer-alone";
/** What needs no token: that the server is there, and into which world a browser goes. */
const OPEN = new Set(["/health", "/worlds/{id}/join"]);
/** What is no JSON, and so not in the description. */
const PAGES = [
  "",
  "/classroom",
  "/classroom/hand-out",
  "/classroom/qr.svg",
  "/panel/live",
];

function startForOthers() {
  return startSimulator({
    host: "0.0.0.0",
    allowRemote: true,
    controlToken: TOKEN,
    scenario: "classroom",
  });
}

test("a trainee reaches nothing of the control plane, signed in or not", async ({
  playwright,
}) => {
  await using simulator = await startForOthers();
  const baseURL = simulator.url.replace("0.0.0.0", "127.0.0.1");
  const request = await playwright.request.newContext({ baseURL });
  const described = await request.get("/__simulator/openapi.json", {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  const { paths } = (await described.json()) as {
    paths: Record<string, object>;
  };
  const calls = Object.entries(paths)
    .filter(([path]) => !OPEN.has(path))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method, path })),
    )
    .concat(PAGES.map((path) => ({ method: "get", path })));
  expect(calls.length).toBeGreaterThan(20);

  const statuses = async () => {
    const seen = new Set<number>();
    for (const { method, path } of calls) {
      const at = `/__simulator${path.replaceAll(/\{\w+\}/g, "trainee02")}`;
      const answer = await request.fetch(at, { method, data: {} });
      seen.add(answer.status());
    }
    return [...seen];
  };
  expect(await statuses()).toEqual([401]);
  const { password } = await simulator.control.taxpayer("trainee01");
  const trainee = new Visitor(request);
  await trainee.signIn("trainee01", password);
  expect(await trainee.isSignedIn()).toBe(true);
  expect(await statuses()).toEqual([401]);
  await request.dispose();
});

test("the trainer comes in by the token, and the hand-out has an address for the class", async ({
  playwright,
}) => {
  await using simulator = await startForOthers();
  const { port } = new URL(simulator.url);
  const baseURL = `http://127.0.0.1:${port}`;
  const request = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { Accept: "text/html" },
  });
  const gate = new Visitor(request);
  const asked = await request.get("/__simulator/classroom");
  const $ = load(await asked.text());
  const valueOf = (name: string) => $(`input[name=${name}]`).attr("value")!;
  const enter = (page: string) =>
    gate.post("/__simulator/panel/sign-in", {
      _csrf: valueOf("_csrf"),
      page,
      token: TOKEN,
    });
  const [board, elsewhereBound] = [
    await enter(valueOf("page")),
    await enter("/../../services/logout"),
  ];
  expect(board.headers()["location"]).toBe("/__simulator/classroom");
  expect(elsewhereBound.headers()["location"]).toBe("/__simulator");

  const { text } = await gate.read("/__simulator/classroom/hand-out");
  const { url } = portalAddress(baseURL, true, networkInterfaces());
  expect(text).toContain(`${url} Usernametrainee01`);
  const elsewhere = await request.get("/__simulator/classroom/hand-out", {
    headers: { Host: `trainer.example:${port}` },
  });
  expect(await elsewhere.text()).toContain(`http://trainer.example:${port}`);
  await request.dispose();
});
