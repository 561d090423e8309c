import { expect, test } from "./support/test.ts";
import {
  CHANGE_PASSWORD,
  LANDING,
  LOGIN,
  PASSWORD,
  ReadPage,
} from "./support/visitor.ts";
import type { Visitor } from "./support/visitor.ts";

const WRONG = "Invalid Username or Password. Please try again.";
const LOCKED =
  "You have entered a wrong password for 3 consecutive times. Your account has been locked. Kindly access ‘Forgot Password’ link to reset your password.";
const MISSING = "Please enter the mandatory fields";

/** Signs in and tells what the strip above the form says; "" after a success. */
async function refusal(
  visitor: Visitor,
  username: string,
  password = "Wrong@123",
): Promise<string> {
  const answer = await visitor.signIn(username, password);
  return new ReadPage(await answer.text()).alert.replace("×", "");
}

test.describe("A sign-in", () => {
  test("leads by /services/auth/ to the landing page", async ({ visitor }) => {
    const answer = await visitor.signIn("never_enabled");
    expect(answer.status()).toBe(303);
    expect(answer.headers()["location"]).toBe("/services/auth/");
    const next = await visitor.get("/services/auth/");
    expect(next.headers()["location"]).toBe(LANDING);
    const { heading } = await visitor.read(LANDING);
    expect(heading).toContain("Neem Tree Textiles");
  });

  test("takes the user name in any case, and spaces around it", async ({
    visitor,
  }) => {
    await visitor.signIn(" Never_ENABLED ");
    expect(await visitor.isSignedIn()).toBe(true);
  });

  test("with a wrong password is refused in the portal's words, and keeps the user name", async ({
    visitor,
  }) => {
    const answer = await visitor.signIn("never_enabled", "Wrong@123");
    expect(answer.status()).toBe(422);
    const page = new ReadPage(await answer.text());
    expect(page.alert).toContain(WRONG);
    expect(page.$("#username").attr("value")).toBe("never_enabled");
    expect(page.$("#user_pass").attr("value")).toBeUndefined();
    expect(await visitor.isSignedIn()).toBe(false);
  });

  test("of an unknown user is refused in the same words", async ({
    visitor,
  }) => {
    expect(await refusal(visitor, "nobody")).toBe(WRONG);
  });

  for (const { left, fields, errors } of [
    { left: "everything", fields: {}, errors: 2 },
    { left: "the user name", fields: { user_pass: PASSWORD }, errors: 2 },
    { left: "the password", fields: { user_name: "locked" }, errors: 1 },
    {
      left: "all but spaces",
      fields: { user_name: "  ", user_pass: "" },
      errors: 2,
    },
  ]) {
    test(`with ${left} left out names the mandatory fields and counts nothing`, async ({
      visitor,
      control,
    }) => {
      const answer = await visitor.submit(LOGIN, fields);
      expect(answer.status()).toBe(422);
      const { fieldErrors } = new ReadPage(await answer.text());
      expect(fieldErrors).toEqual(
        Array.from({ length: errors }, () => MISSING),
      );
      expect(await control.journal()).toEqual([]);
    });
  }
});

test.describe("Wrong passwords", () => {
  test("lock at the third in a row, for the right password too", async ({
    visitor,
    control,
  }) => {
    expect(await refusal(visitor, "never_enabled")).toBe(WRONG);
    expect(await refusal(visitor, "never_enabled")).toBe(WRONG);
    expect(await refusal(visitor, "never_enabled")).toBe(LOCKED);
    expect(await refusal(visitor, "never_enabled", PASSWORD)).toBe(LOCKED);
    const taxpayer = await control.taxpayer("never_enabled");
    expect(taxpayer).toMatchObject({ locked: true, failedLogins: 3 });
  });

  test("count in a row only: a right one starts anew", async ({
    visitor,
    control,
  }) => {
    await refusal(visitor, "never_enabled");
    await refusal(visitor, "never_enabled");
    await visitor.signIn("never_enabled");
    const { failedLogins } = await control.taxpayer("never_enabled");
    expect(failedLogins).toBe(0);
    expect(await refusal(visitor, "never_enabled")).toBe(WRONG);
    expect(await refusal(visitor, "never_enabled")).toBe(WRONG);
    expect(await refusal(visitor, "never_enabled")).toBe(LOCKED);
  });

  test("lock the account, not the browser", async ({
    visitor,
    otherVisitor,
  }) => {
    expect(await refusal(otherVisitor, "locked", PASSWORD)).toBe(LOCKED);
    await visitor.signIn("never_enabled");
    expect(await visitor.isSignedIn()).toBe(true);
  });

  test("are forgotten when a lever unlocks", async ({ visitor, control }) => {
    await control.patchTaxpayer("locked", { locked: false });
    expect(await refusal(visitor, "locked")).toBe(WRONG);
    await visitor.signIn("locked");
    expect(await visitor.isSignedIn()).toBe(true);
  });
});

test("a cancelled registration cannot sign in", async ({
  visitor,
  control,
}) => {
  await control.patchTaxpayer("never_enabled", { status: "Cancelled" });
  expect(await refusal(visitor, "never_enabled", PASSWORD)).toContain(
    "cancelled",
  );
  expect(await visitor.isSignedIn()).toBe(false);
});

test.describe("The last sign-in", () => {
  test("is the one before this, in IST", async ({ visitor, control }) => {
    await control.setNow("2017-08-19T11:31:00Z");
    await visitor.signIn("never_enabled");
    await control.setNow("2017-08-20T20:00:00Z");
    await visitor.signIn("never_enabled");
    const { text } = await visitor.read(LANDING);
    expect(text).toContain("Last logged in on 19/08/2017 17:01");
  });

  test("is not shown to who never signed in before", async ({
    visitor,
    control,
  }) => {
    await control.putTaxpayer({ username: "newcomer" });
    await visitor.signIn("newcomer");
    const { text } = await visitor.read(LANDING);
    expect(text).not.toContain("Last logged in on");
  });

  test("is not moved by a refused one", async ({ visitor, control }) => {
    const before = await control.taxpayer("never_enabled");
    await refusal(visitor, "never_enabled");
    const after = await control.taxpayer("never_enabled");
    expect(after.lastLoginAt).toBe(before.lastLoginAt);
  });
});

test.describe("An expired password", () => {
  test("opens nothing but the page to change it", async ({ visitor }) => {
    const answer = await visitor.signIn("old_password");
    expect(answer.headers()["location"]).toBe(CHANGE_PASSWORD);
    for (const path of ["/services/auth/", LANDING, `${CHANGE_PASSWORD}/`]) {
      const { headers } = await visitor.get(path).then((got) => ({
        headers: got.headers(),
      }));
      expect(headers["location"]).toBe(CHANGE_PASSWORD);
    }
    const { text } = await visitor.read(CHANGE_PASSWORD);
    expect(text).toContain("Your password has been expired");
  });

  test("is replaced, and everything opens", async ({ visitor, control }) => {
    await visitor.signIn("old_password");
    await visitor.submit(CHANGE_PASSWORD, {
      old_pass: PASSWORD,
      new_pass: "Renewed@22",
      confirm_pass: "Renewed@22",
    });
    expect((await visitor.get(LANDING)).status()).toBe(200);
    const taxpayer = await control.taxpayer("old_password");
    expect(taxpayer).toMatchObject({
      password: "Renewed@22",
      passwordExpired: false,
    });
  });

  for (const { why, fields } of [
    {
      why: "the old one is wrong",
      fields: { old_pass: "Wrong@123", new_pass: "Renewed@22" },
    },
    {
      why: "the new one breaks the rule",
      fields: { old_pass: PASSWORD, new_pass: "short" },
    },
    {
      why: "the new one is the old one",
      fields: { old_pass: PASSWORD, new_pass: PASSWORD },
    },
    {
      why: "the new one is not typed the same twice",
      fields: {
        old_pass: PASSWORD,
        new_pass: "Renewed@22",
        confirm_pass: "Renewed@23",
      },
    },
  ]) {
    test(`stays when ${why}, and one sentence says so`, async ({
      visitor,
      control,
    }) => {
      await visitor.signIn("old_password");
      const answer = await visitor.submit(CHANGE_PASSWORD, {
        confirm_pass: fields.new_pass,
        ...fields,
      });
      expect(answer.status()).toBe(422);
      const { fieldErrors } = new ReadPage(await answer.text());
      expect(fieldErrors).toHaveLength(1);
      const taxpayer = await control.taxpayer("old_password");
      expect(taxpayer).toMatchObject({
        password: PASSWORD,
        passwordExpired: true,
      });
    });
  }
});
