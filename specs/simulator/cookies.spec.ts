import type { APIRequestContext } from "@playwright/test";
import { startSimulator } from "../../simulator/index.ts";
import type { Simulator } from "../../simulator/index.ts";
import { expect, test } from "./support/test.ts";
import { PASSWORD, Visitor } from "./support/visitor.ts";

/** Each cookie there is. AuthToken and those of edition 2026 alone are the portal's (facts: §7). */
const EVERYWHERE = ["AuthToken", "FormToken"];
const ONLY_2026 = [
  "CaptchaCookie",
  "EntityRefId",
  "Lang",
  "RBA_COOKIE",
  "TS01255980",
  "TS0134d082",
  "TS01b8883c",
  "UserName",
];
const OURS = ["PanelKey", "PanelToken", "SimulatorWorld", "Tour"];
const TOKEN = "the-token";

for (const { edition, names } of [
  { edition: "2017", names: [...EVERYWHERE, ...OURS] },
  { edition: "2026", names: [...EVERYWHERE, ...ONLY_2026, ...OURS] },
] as const) {
  for (const https of [false, true]) {
    test(`Each cookie of edition ${edition}, by its name, is kept from scripts, other sites and later sessions${https ? ", and from plain HTTP" : ""}`, async ({
      playwright,
    }) => {
      await using simulator = await startSimulator({
        edition,
        https,
        controlToken: TOKEN,
      });
      const request = await playwright.request.newContext({
        baseURL: simulator.url,
        ignoreHTTPSErrors: true,
        extraHTTPHeaders: { Accept: "text/html" },
      });
      const cookies = await collect(request, simulator);
      await request.dispose();
      expect(cookies.map(({ name }) => name).toSorted()).toEqual(
        names.toSorted(),
      );
      for (const { name, ...flags } of cookies) {
        const isPanels = name === "PanelKey";
        expect(flags, name).toMatchObject({
          httpOnly: true,
          secure: https,
          sameSite: isPanels ? "Strict" : "Lax",
          path: isPanels ? "/__simulator" : "/",
          domain: "127.0.0.1",
          expires: -1,
        });
      }
    });
  }
}

test("Behind a proxy of this machine that ends TLS they are Secure too", async ({
  playwright,
}) => {
  await using simulator = await startSimulator({
    edition: "2026",
    controlToken: TOKEN,
  });
  const headers = { Accept: "text/html", "X-Forwarded-Proto": "https" };
  const request = await playwright.request.newContext({
    baseURL: simulator.url,
    extraHTTPHeaders: headers,
  });
  for (const path of ["/services/login", "/services/captcha", "/__simulator"]) {
    // Also for who has been here without TLS, and has cookies from then.
    for (let visit = 0; visit < 2; visit++) {
      await request.get(path, { headers: { "X-Forwarded-Proto": "http" } });
    }
    const answer = await request.get(path);
    const given = answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === "set-cookie");
    expect(given.length, path).toBeGreaterThan(0);
    for (const { value } of given) expect(value).toContain("; Secure");
  }
  await request.dispose();
});

/** Goes wherever a cookie is given, a new device's second step and the panel included. */
async function collect(request: APIRequestContext, { control }: Simulator) {
  const jar = new Map<string, Cookie>();
  const look = async () => {
    const { cookies } = await request.storageState();
    for (const cookie of cookies) jar.set(cookie.name, cookie);
  };
  const visitor = new Visitor(request);
  await request.get("/services/captcha");
  await look();
  const { answer } = await control.captcha().catch(() => ({ answer: "" }));
  await visitor.submit("/services/login", {
    user_name: "new_device",
    user_pass: PASSWORD,
    captcha: answer,
  });
  const [message] = await control.messages("new_device");
  await visitor.submit("/services/otpforauth", { otp: message?.otp ?? "" });
  await look();
  await request.get("/tour/en");
  const panel = await visitor.read("/__simulator");
  await visitor.post("/__simulator/panel/sign-in", {
    _csrf: panel.token,
    token: TOKEN,
  });
  await request.post("/__simulator/worlds/elsewhere/join");
  await look();
  return [...jar.values()];
}

type Cookie = Awaited<
  ReturnType<APIRequestContext["storageState"]>
>["cookies"][number];
