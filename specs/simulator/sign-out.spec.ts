import { expect, test } from "./support/test.ts";
import {
  ACCESS_DENIED,
  CHANGE_PASSWORD,
  LANDING,
  LOGOUT,
  MANAGE_API_ACCESS,
  PROFILE,
} from "./support/visitor.ts";

test.describe("Who is not signed in", () => {
  for (const path of [
    "/services/auth",
    "/services/auth/",
    LANDING,
    PROFILE,
    MANAGE_API_ACCESS,
    CHANGE_PASSWORD,
    "/services/auth/notices",
    "/SERVICES/AUTH/MYPROFILE",
  ]) {
    test(`is sent from ${path} to Access Denied`, async ({ visitor }) => {
      const answer = await visitor.get(path);
      expect(answer.status()).toBe(302);
      expect(answer.headers()["location"]).toBe(ACCESS_DENIED);
    });
  }

  test("is told so in the portal's words, with a link to sign in", async ({
    visitor,
  }) => {
    const answer = await visitor.get(ACCESS_DENIED);
    expect(answer.status()).toBe(403);
    const page = await visitor.read(PROFILE);
    expect(page.heading).toBe("Access Denied!");
    expect(page.text).toContain(
      "Your session is expired or you don't have permission to access the requested page. Click here to Login.",
    );
    expect(page.$(".ui-card a").attr("href")).toBe("/services/login");
  });

  test("sees the logout page all the same", async ({ visitor }) => {
    expect((await visitor.read(LOGOUT)).text).toContain(
      "You have successfully logged out of GST Portal.",
    );
  });
});

test.describe("Signing out", () => {
  test("is said in the portal's words, greets nobody and is journaled", async ({
    visitor,
    control,
  }) => {
    await visitor.signIn("never_enabled");
    const page = await visitor.read(LOGOUT);
    expect(page.$(".ui-card-text").text()).toContain(
      "You have successfully logged out of GST Portal.",
    );
    expect(page.text).not.toContain("Neem Tree");
    expect(await control.journal({ limit: 1 })).toMatchObject([
      { kind: "logout", username: "never_enabled" },
    ]);
  });

  test("makes the old cookie worthless", async ({ visitor, otherVisitor }) => {
    await visitor.signIn("never_enabled");
    const { cookies } = await visitor.request.storageState();
    const old = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const withOldCookie = () =>
      otherVisitor.request.get(PROFILE, {
        headers: { Cookie: old },
        maxRedirects: 0,
      });
    expect((await withOldCookie()).status()).toBe(200);
    await visitor.get(LOGOUT);
    expect((await withOldCookie()).status()).toBe(302);
  });

  test("ends this browser's sign-in, not another one's", async ({
    visitor,
    otherVisitor,
  }) => {
    await visitor.signIn("never_enabled");
    await otherVisitor.signIn("never_enabled");
    await visitor.get(LOGOUT);
    expect(await visitor.isSignedIn()).toBe(false);
    expect(await otherVisitor.isSignedIn()).toBe(true);
  });
});

test("a taxpayer who is removed is signed out", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  await control.deleteTaxpayer("never_enabled");
  expect(await visitor.isSignedIn()).toBe(false);
});
