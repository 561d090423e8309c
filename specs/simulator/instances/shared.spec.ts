import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import { LANDING, LOGIN, LOGOUT, PASSWORD } from "../support/visitor.ts";
import { expect, test } from "./instances.ts";

// Each request goes to the other one of two instances: a page and its form, a form and the
// page after it, a lever and what it moves.

const USERNAME = "never_enabled";

test("A sign-in, the steps behind it and a sign-out work over two instances", async ({
  visitor,
}) => {
  expect((await visitor.signIn(USERNAME)).headers()["location"]).toContain(
    "/services/auth/",
  );
  for (let i = 0; i < 4; i++) expect(await visitor.isSignedIn()).toBe(true);
  expect((await visitor.enable("7 days")).status()).toBe(303);
  expect(await visitor.shownChoice()).toBe("Yes, 7 days");
  expect(await visitor.shownChoice()).toBe("Yes, 7 days");
  await visitor.read(LOGOUT);
  for (let i = 0; i < 2; i++) expect(await visitor.isSignedIn()).toBe(false);
});

test("Three wrong passwords at once, on two instances, lock", async ({
  visitor,
  control,
}) => {
  const { token } = await visitor.read(LOGIN);
  const wrong = { _csrf: token, user_name: USERNAME, user_pass: "Wrong@123" };
  await Promise.all([1, 2, 3].map(() => visitor.post(LOGIN, wrong)));
  expect(await control.taxpayer(USERNAME)).toMatchObject({
    failedLogins: 3,
    locked: true,
  });
  await visitor.signIn(USERNAME, PASSWORD);
  expect(await visitor.isSignedIn()).toBe(false);
});

test("A fault strikes exactly as often as it was armed for, however many come at once", async ({
  visitor,
  control,
}) => {
  await control.addFault({ at: "login", kind: "error", times: 7 });
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async () => (await visitor.get(LOGIN)).status()),
  );
  expect(statuses.filter((status) => status === 503)).toHaveLength(7);
  expect(statuses.filter((status) => status === 200)).toHaveLength(33);
  expect(await control.journal({ kind: "fault" })).toHaveLength(7);
  expect(await control.faults()).toEqual([]);
});

test("Of two CONFIRMs the later stands whole, with nothing of the earlier one", async ({
  visitor,
  otherVisitor,
  control,
}) => {
  await visitor.signIn(USERNAME);
  await otherVisitor.signIn(USERNAME);
  const lengths = { "6 hrs": 6, "30 days": 30 * 24 };
  for (let round = 0; round < 5; round++) {
    await Promise.all([
      visitor.enable("6 hrs"),
      otherVisitor.enable("30 days"),
    ]);
    const { apiAccess } = await control.taxpayer(USERNAME);
    const { duration, since, until } = apiAccess;
    const hours = (Date.parse(until!) - Date.parse(since!)) / 3_600_000;
    expect(hours).toBe(lengths[duration as keyof typeof lengths]);
    // Whatever stands, both instances say so.
    const shown = [await visitor.shownChoice(), await visitor.shownChoice()];
    expect(shown).toEqual([`Yes, ${duration}`, `Yes, ${duration}`]);
  }
  await visitor.enable("30 days");
  await otherVisitor.disable();
  expect(await visitor.shownChoice()).toBe("No");
  expect(await visitor.shownChoice()).toBe("No");
});

test("A client gets its OTP, token and data from one instance and the other", async ({
  visitor,
  control,
  address,
}) => {
  const { gstin } = await control.taxpayer(USERNAME);
  await visitor.signIn(USERNAME);
  await visitor.enable("30 days");
  const client = createTaxpayerApiClient({
    baseUrl: address.url,
    username: USERNAME,
    gstin,
    headers: { "X-Simulator-World": control.world },
  });
  expect(await client.requestOtp()).toMatchObject({ ok: true });
  const [message] = await control.messages(USERNAME);
  expect(await client.authenticate(message!.otp!)).toMatchObject({ ok: true });
  for (let i = 0; i < 2; i++) {
    expect(await client.getPreference("2026-27")).toMatchObject({ ok: true });
  }
  await control.advance("PT5H59M");
  expect(await client.refresh()).toMatchObject({ ok: true });
  await control.advance("P30D");
  expect(await client.getPreference("2026-27")).toMatchObject({ ok: false });
});

test("Clock, scenario, worlds, messages and journal are the same from both", async ({
  visitor,
  control,
  instances,
}) => {
  const [one, two] = instances;
  const ask = async (url: string, path: string): Promise<unknown> =>
    (await visitor.request.get(`${url}/__simulator/${path}`)).json();
  const both = async (path: string) => {
    const answers = [await ask(one, path), await ask(two, path)];
    expect(answers[0]).toEqual(answers[1]);
    return answers[0];
  };
  await visitor.signIn(USERNAME);
  await visitor.get(LANDING);
  expect(await both("journal")).toMatchObject([{ kind: "login" }]);
  await control.advance("PT6H");
  expect(await ask(one, "clock")).toMatchObject({ offset: "PT6H" });
  expect(await ask(two, "clock")).toMatchObject({ offset: "PT6H" });
  await control.scenario({
    name: "mine",
    taxpayers: [{ username: "neem", newDevice: true }],
  });
  expect(await both("scenario")).toMatchObject({ name: "mine" });
  expect(await both("journal")).toEqual([]);
  expect(await ask(two, "clock")).toMatchObject({ offset: "PT0S" });
  expect(await both("messages")).toEqual([]);
  const ended = await visitor.request.delete(
    `${one}/__simulator/worlds/${control.world}`,
  );
  expect(ended.status()).toBe(204);
  expect(await ask(two, "scenario")).toMatchObject({ name: "default" });
});

test.describe("With a limit of four sign-ins a minute", () => {
  test.use({ instanceOptions: { signInsPerMinute: 4 } });

  test("two instances let four through between them", async ({ visitor }) => {
    const { token } = await visitor.read(LOGIN);
    const fields = { _csrf: token, user_name: "nobody", user_pass: "x" };
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () =>
        (await visitor.post(LOGIN, fields)).status(),
      ),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
  });
});

test.describe("In edition 2026", () => {
  test.use({ instanceOptions: { edition: "2026" } });

  test("a CAPTCHA that one instance showed is answered at the other, once", async ({
    visitor,
    control,
  }) => {
    const authenticate = async (captcha: string) => {
      const data = { username: USERNAME, password: PASSWORD, captcha };
      const path = "/services/authenticate";
      const answer = await visitor.request.post(path, { data });
      return (await answer.json()) as { message: string | null };
    };
    await visitor.get("/services/captcha");
    const { answer } = await control.captcha();
    expect(await authenticate(answer)).toMatchObject({ message: "auth" });
    expect(await authenticate(answer)).toMatchObject({ message: null });
  });
});
