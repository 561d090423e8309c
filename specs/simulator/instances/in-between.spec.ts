import { setImmediate } from "node:timers/promises";
import { SignIns } from "../../../simulator/portal/sign-ins.ts";
import { StoreUnavailable } from "../../../simulator/store/store.ts";
import { expect, test } from "../support/test.ts";
import {
  CHANGE_PASSWORD,
  MANAGE_API_ACCESS,
  PASSWORD,
} from "../support/visitor.ts";

/** Does `deed` while the store is away as soon as a session is to be kept, and tells what is printed. */
async function whileTheStoreGoes<T>(
  deed: () => Promise<T>,
): Promise<{ result: T; printed: unknown[] }> {
  const write = Object.getOwnPropertyDescriptor(SignIns.prototype, "write");
  const { error } = console;
  const printed: unknown[] = [];
  SignIns.prototype.write = async () => {
    await Promise.resolve();
    throw new StoreUnavailable("The store is away.");
  };
  console.error = (line: unknown) => printed.push(line);
  try {
    return { result: await deed(), printed };
  } finally {
    Object.defineProperty(SignIns.prototype, "write", write ?? {});
    console.error = error;
  }
}

test.describe("Where the store goes between a deed and what the session keeps of it", () => {
  test.use({ own: { log: "silent" } });

  const next = "Banyan@2";
  for (const [deed, path, fields] of [
    ["a CONFIRM", MANAGE_API_ACCESS, { isAPIEnable: "Y", exDm: "360" }],
    [
      "a new password",
      CHANGE_PASSWORD,
      { old_pass: PASSWORD, new_pass: next, confirm_pass: next },
    ],
  ] as const) {
    test(`${deed} is answered 503, and the sign-in lives on`, async ({
      visitor,
    }) => {
      await visitor.signIn("never_enabled");
      const { token: _csrf } = await visitor.read(path);
      const { result: answer } = await whileTheStoreGoes(() =>
        visitor.post(path, { _csrf, ...fields }),
      );
      expect(answer.status()).toBe(503);
      expect(await answer.text()).toContain("The store cannot be reached");
      expect(await visitor.isSignedIn()).toBe(true);
    });
  }

  test("a page that was on its way is whole, and nobody prints a stack trace", async ({
    visitor,
  }) => {
    await visitor.signIn("never_enabled");
    await visitor.enable("6 hrs");
    const { result: text, printed } = await whileTheStoreGoes(async () => {
      const page = await visitor.get(MANAGE_API_ACCESS);
      // What goes wrong behind an answer is told a turn later.
      await setImmediate();
      await setImmediate();
      return page.text();
    });
    expect(text).toMatch(/now be active for 6 hrs[^]*<\/html>/);
    expect(printed).toEqual([]);
  });
});
