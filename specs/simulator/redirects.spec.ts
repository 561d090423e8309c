import { request } from "node:http";
import { expect, test } from "./support/test.ts";
import { LANDING, LOGIN, PASSWORD } from "./support/visitor.ts";

const ELSEWHERE = "elsewhere.example";

test("no address leads to another host, whatever it holds", async ({
  simulator,
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  const { cookies } = await visitor.request.storageState();
  const headers = {
    Host: ELSEWHERE,
    Referer: `https://${ELSEWHERE}/`,
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    "X-Simulator-World": control.world,
  };
  const locations = [];
  for (const path of [
    "/",
    `//${ELSEWHERE}`,
    `//${ELSEWHERE}/services/auth/`,
    `/\\${ELSEWHERE}`,
    `/%2F%2F${ELSEWHERE}/`,
    `/services//${ELSEWHERE}/..`,
    `https://${ELSEWHERE}/services/auth/`,
    "/services/auth/myprofile/",
    `/services/auth/?next=https://${ELSEWHERE}`,
    `/services/login?returnUrl=//${ELSEWHERE}`,
    `/services/logout?url=//${ELSEWHERE}`,
  ]) {
    locations.push(await locationOf(simulator.url, path, headers));
  }
  const found = locations.filter((location) => location !== undefined);
  expect(found).toContain(LANDING);
  for (const location of found) expect(location).toMatch(/^\/(?![/\\])/);
});

test("a sign-in leads to the portal, whatever else its form holds", async ({
  visitor,
}) => {
  const answer = await visitor.submit(LOGIN, {
    user_name: "never_enabled",
    user_pass: PASSWORD,
    next: `https://${ELSEWHERE}`,
    returnUrl: `//${ELSEWHERE}`,
  });
  expect(answer.headers()["location"]).toBe("/services/auth/");
});

/** Where an address leads, which is sent as it is. */
async function locationOf(url: string, path: string, headers: object) {
  return new Promise<string | undefined>((resolve, reject) => {
    const options = { path, headers: { ...headers } };
    const asked = request(url, options, (answer) => {
      answer.resume();
      resolve(answer.headers.location);
    });
    asked.once("error", reject);
    asked.end();
  });
}
