import { expect, test } from "../support/stopped-clock.ts";
import { LANDING, MANAGE_API_ACCESS, PROFILE } from "../support/visitor.ts";
import type { Visitor } from "../support/visitor.ts";

const NAME = "never_enabled";
type Control = Parameters<Parameters<typeof test>[2]>[0]["control"];

/** The guide's six steps as a trainee takes them, and the time spent 20 s after each. */
const WAY: readonly [
  go: (visitor: Visitor) => Promise<unknown>,
  spent: string,
][] = [
  [(visitor) => visitor.signIn(NAME), "PT20S"],
  [(visitor) => visitor.get(LANDING), "PT40S"],
  [(visitor) => visitor.get(PROFILE), "PT1M"],
  [(visitor) => visitor.get(MANAGE_API_ACCESS), "PT1M20S"],
  [
    (visitor) => visitor.submit(MANAGE_API_ACCESS, { isAPIEnable: "Y" }),
    "PT1M40S",
  ],
  // The sixth ends the count: what is spent is what the first five took.
  [(visitor) => visitor.enable("7 days"), "PT1M40S"],
];

async function standingOf(control: Control, name = NAME) {
  const all = await control.progress();
  return all.find(({ username }) => username === name);
}

test("each of the six steps counts when it is taken, with its time", async ({
  visitor,
  control,
}) => {
  expect(await standingOf(control)).toEqual({
    username: NAME,
    step: 0,
    reachedAt: [],
    spent: "PT0S",
    inStep: "PT0S",
  });
  for (const [index, [go, spent]] of WAY.entries()) {
    await go(visitor);
    await control.advance("PT20S");
    const step = index + 1;
    const inStep = step === WAY.length ? "PT0S" : "PT20S";
    expect(await standingOf(control)).toMatchObject({ step, spent, inStep });
  }
});

test("a way back counts nothing, and neither does a No", async ({
  visitor,
  control,
}) => {
  await visitor.signIn(NAME);
  await visitor.disable();
  expect(await standingOf(control)).toMatchObject({ step: 4 });
  await visitor.get(LANDING);
  await visitor.signIn(NAME);
  expect(await standingOf(control)).toMatchObject({ step: 4 });
});

test("a page that is not shown counts nothing", async ({
  visitor,
  control,
}) => {
  await visitor.signIn(NAME);
  await control.addFault({ at: "profile", kind: "error" });
  await visitor.get(PROFILE);
  expect(await standingOf(control)).toMatchObject({ step: 1 });
  await visitor.get(`${PROFILE}//`);
  expect(await standingOf(control)).toMatchObject({ step: 1 });
});

test("wrong passwords, a lock and a long wait are told as trouble", async ({
  visitor,
  control,
}) => {
  await visitor.signIn(NAME, "wrong");
  expect(await standingOf(control)).toMatchObject({
    step: 0,
    trouble: "wrong-password",
  });
  await visitor.signIn(NAME, "wrong");
  await visitor.signIn(NAME, "wrong");
  expect(await standingOf(control)).toMatchObject({ trouble: "locked" });
  await visitor.signIn("run_out");
  await control.advance("PT3M");
  expect(await standingOf(control, "run_out")).toMatchObject({
    step: 1,
    trouble: "waiting",
  });
});

test.describe("a taxpayer who is reset", () => {
  test("is as in the scenario, signed out, and at no step; nobody else is", async ({
    visitor,
    otherVisitor,
    control,
  }) => {
    await visitor.signIn(NAME);
    await visitor.enable("6 hrs");
    await control.patchTaxpayer(NAME, { legalName: "Renamed" });
    await otherVisitor.signIn("minutes_left");
    await control.resetTaxpayer(NAME);

    expect(await visitor.isSignedIn()).toBe(false);
    expect(await standingOf(control)).toMatchObject({ step: 0 });
    expect(await control.taxpayer(NAME)).toMatchObject({
      legalName: "Neem Tree Textiles Private Limited",
      apiAccess: { enabled: false },
    });
    expect(await otherVisitor.isSignedIn()).toBe(true);
    expect(await standingOf(control, "minutes_left")).toMatchObject({
      step: 3,
    });
  });

  test("stays as it is where the scenario has none of that name", async ({
    control,
  }) => {
    await control.putTaxpayer({ username: "acme", legalName: "Acme" });
    await control.resetTaxpayer("acme");
    expect(await control.taxpayer("acme")).toMatchObject({ legalName: "Acme" });
  });

  test("must be there", async ({ control }) => {
    await expect(control.resetTaxpayer("nobody")).rejects.toThrow(
      /There is no taxpayer "nobody"; there is never_enabled/,
    );
  });
});

test("a taxpayer who is removed leaves no progress to a successor", async ({
  visitor,
  control,
}) => {
  await visitor.signIn(NAME);
  await control.deleteTaxpayer(NAME);
  await control.putTaxpayer({ username: NAME });
  expect(await standingOf(control)).toMatchObject({ step: 0 });
});
