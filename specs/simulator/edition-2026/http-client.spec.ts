import type { APIRequestContext } from "@playwright/test";
import { PASSWORD } from "./sign-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ own: { edition: "2026" } });

const API = "/services/auth/api";

async function post(
  request: APIRequestContext,
  path: string,
  data: object,
): Promise<unknown> {
  const answer = await request.post(path, { data });
  return answer.json();
}

const credentials = {
  username: "never_enabled",
  password: PASSWORD,
  mFP: "{}",
  deviceID: null,
  type: "username",
};

test("a client that speaks only HTTP enables 30 days, reads the status and disables", async ({
  request,
  control,
}) => {
  await request.get("/services/captcha?rnd=0.5");
  const { answer: captcha } = await control.captcha();
  expect(
    await post(request, "/services/authenticate", { ...credentials, captcha }),
  ).toEqual({ url: null, message: "auth", successCode: null });

  const status = async () =>
    (await request.get(`${API}/getAPIAccessStatus`)).json() as unknown;
  expect(await status()).toEqual({ isAPIEnable: "", exDm: "" });
  expect(
    await post(request, `${API}/updateAPIAccessStatus`, {
      isAPIEnable: "Y",
      exDm: "43200",
    }),
  ).toMatchObject({ isAPIEnable: "Y", exDm: "43200" });
  expect(await status()).toEqual({ isAPIEnable: "Y", exDm: "43200" });
  expect((await control.taxpayer("never_enabled")).apiAccess).toMatchObject({
    enabled: true,
    duration: "30 days",
  });
  await post(request, `${API}/updateAPIAccessStatus`, { isAPIEnable: "N" });
  expect(await status()).toEqual({ isAPIEnable: "N", exDm: "" });
  expect((await control.taxpayer("never_enabled")).apiAccess).toEqual({
    enabled: false,
  });
});

test("the profile and who is signed in can be asked for", async ({
  request,
  control,
}) => {
  const ustatus = async () =>
    (await request.get("/services/api/ustatus")).json() as unknown;
  expect(await ustatus()).toEqual({});
  await request.get("/services/captcha");
  const { answer: captcha } = await control.captcha();
  await post(request, "/services/authenticate", { ...credentials, captcha });
  const { gstin, legalName } = await control.taxpayer("never_enabled");
  expect(await ustatus()).toMatchObject({ gstin, role: "login" });
  expect(
    await post(request, "/services/auth/profile/detail", {}),
  ).toMatchObject({ gstin, lgnm: legalName, contacted: {}, pradr: {} });
  expect(
    await post(request, "/services2/auth/web/alerts/count", {}),
  ).toBeDefined();
});

test.describe("a refused sign-in is answered 200 with a code", () => {
  for (const { situation, code, ...change } of [
    { situation: "a wrong CAPTCHA", captcha: "x", code: "SWEB_9000" },
    { situation: "a wrong password", password: "Wrong@1", code: "AUTH_9002" },
    { situation: "an unknown name", username: "nobody", code: "AUTH_9002" },
    { situation: "a locked account", username: "locked", code: "SWEB_9014" },
    {
      situation: "an expired password",
      username: "old_password",
      code: "AUTH_9033",
    },
    {
      situation: "a cancelled registration",
      username: "cancelled",
      code: "SWEB_9034",
    },
    {
      situation: "too many sessions",
      username: "sessions_full",
      code: "SWEB_9006",
    },
    { situation: "a new device", username: "new_device", code: "RSK_1000" },
  ]) {
    test(`${code} for ${situation}`, async ({ request, control }) => {
      await request.get("/services/captcha");
      const { answer: captcha } = await control.captcha();
      const data = { ...credentials, captcha, ...change };
      const answer = await request.post("/services/authenticate", { data });
      expect(answer.status()).toBe(200);
      expect((await answer.json()) as unknown).toEqual({
        url: "/",
        message: null,
        errorCode: code,
      });
      expect(answer.headers()["set-cookie"]).toMatch(/CaptchaCookie=;/);
    });
  }
});

test("the OTP of a new device can be sent as JSON", async ({
  request,
  control,
}) => {
  await request.get("/services/captcha");
  const { answer: captcha } = await control.captcha();
  const username = "new_device";
  await post(request, "/services/authenticate", {
    ...credentials,
    username,
    captcha,
  });
  const [message] = await control.messages(username);
  expect(
    await post(request, "/services/validate/rba/otp", { otp: message?.otp }),
  ).toMatchObject({ message: "auth" });
  expect((await request.get("/services/auth/")).url()).toMatch(/fowelcome$/);
});

test("a wrong choice is refused in one sentence and changes nothing", async ({
  request,
  control,
  signedIn,
  context,
}) => {
  await signedIn("enabled_30_days");
  const before = await control.taxpayer("enabled_30_days");
  for (const data of [{}, { isAPIEnable: "Y", exDm: "720" }]) {
    const answer = await context.request.post(`${API}/updateAPIAccessStatus`, {
      data,
    });
    expect(answer.status()).toBe(422);
  }
  expect(await control.taxpayer("enabled_30_days")).toEqual(before);
  expect((await request.get(`${API}/getAPIAccessStatus`)).status()).toBe(403);
});

test.describe("a call is refused that", () => {
  const update = { isAPIEnable: "N" };
  for (const { name, headers, data } of [
    {
      name: "is a form",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      data: "isAPIEnable=N",
    },
    {
      name: "is plain text",
      headers: { "Content-Type": "text/plain" },
      data: JSON.stringify(update),
    },
    {
      name: "comes from another origin",
      headers: { Origin: "https://elsewhere.example" },
      data: update,
    },
    {
      name: "comes from another site, as the browser says",
      headers: { "Sec-Fetch-Site": "cross-site" },
      data: update,
    },
  ]) {
    test(name, async ({ control, signedIn, context }) => {
      await signedIn("enabled_30_days");
      const answer = await context.request.post(
        `${API}/updateAPIAccessStatus`,
        { headers, data },
      );
      expect(answer.status()).toBe(403);
      const { apiAccess } = await control.taxpayer("enabled_30_days");
      expect(apiAccess.enabled).toBe(true);
    });
  }
});
