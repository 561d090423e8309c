import { expect, test } from "./support/test.ts";
import { MANAGE_API_ACCESS, ReadPage } from "./support/visitor.ts";

test.describe("Manage API Access shows", () => {
  for (const { username, shows } of [
    { username: "never_enabled", shows: "neither" },
    { username: "enabled_30_days", shows: "Yes, 30 days" },
    { username: "minutes_left", shows: "Yes, 6 hrs" },
    { username: "run_out", shows: "No" },
  ]) {
    test(`${shows} for ${username}`, async ({ visitor }) => {
      await visitor.signIn(username);
      expect(await visitor.shownChoice()).toBe(shows);
    });
  }
});

test.describe("A refused choice", () => {
  for (const { choice, fields, sentence, shows } of [
    {
      choice: "with neither radio",
      fields: {},
      sentence: /Yes or No/,
      shows: "neither",
    },
    {
      choice: "with a duration but neither radio",
      fields: { exDm: "360" },
      sentence: /Yes or No/,
      shows: "neither",
    },
    {
      choice: "with a radio that is not there",
      fields: { isAPIEnable: "maybe" },
      sentence: /Yes or No/,
      shows: "neither",
    },
    {
      choice: "Yes without a duration",
      fields: { isAPIEnable: "Y" },
      sentence: /duration/,
      shows: "Yes, ",
    },
    {
      choice: "Yes with the placeholder",
      fields: { isAPIEnable: "Y", exDm: "" },
      sentence: /duration/,
      shows: "Yes, ",
    },
    {
      choice: "Yes for longer than 30 days",
      fields: { isAPIEnable: "Y", exDm: "43201" },
      sentence: /duration/,
      shows: "Yes, ",
    },
  ]) {
    test(`${choice} is 422, one sentence beside the field, and changes nothing`, async ({
      visitor,
      control,
    }) => {
      await visitor.signIn("minutes_left");
      const before = await control.taxpayer("minutes_left");
      const journal = await control.journal();

      const answer = await visitor.submit(MANAGE_API_ACCESS, fields);

      expect(answer.status()).toBe(422);
      const page = new ReadPage(await answer.text());
      expect(page.heading).toBe("Manage API Access");
      expect(page.fieldErrors).toHaveLength(1);
      expect(page.fieldErrors[0]).toMatch(sentence);
      expect(page.fieldErrors[0]).toMatch(/^[^.]+\.$/);
      expect(page.choice).toBe(shows);
      expect(await control.taxpayer("minutes_left")).toEqual(before);
      expect(await control.journal()).toEqual(journal);
    });
  }
});

test("the sentence on a missing duration is tied to the list for a screen reader", async ({
  visitor,
}) => {
  await visitor.signIn("never_enabled");
  const answer = await visitor.submit(MANAGE_API_ACCESS, { isAPIEnable: "Y" });
  const { $ } = new ReadPage(await answer.text());
  const list = $("select");
  expect(list.attr("aria-invalid")).toBe("true");
  const described = (list.attr("aria-describedby") ?? "").split(" ");
  expect(described).toContain($(".err").attr("id"));
});

test("the text after a choice is shown once, to who made it", async ({
  visitor,
  otherVisitor,
}) => {
  await visitor.signIn("never_enabled");
  await otherVisitor.signIn("never_enabled");
  const answer = await visitor.enable("30 days");
  expect(answer.status()).toBe(303);
  expect((await otherVisitor.read(MANAGE_API_ACCESS)).alert).toBe("");
  expect((await visitor.read(MANAGE_API_ACCESS)).alert).toBe(
    "Your API session will now be active for 30 days. To continue session after 30 days you have to again authenticate using OTP.",
  );
  expect((await visitor.read(MANAGE_API_ACCESS)).alert).toBe("");
});

test("a choice is journaled, with its duration", async ({
  visitor,
  control,
}) => {
  await visitor.signIn("never_enabled");
  await visitor.enable("7 days");
  await visitor.disable();
  const events = await control.journal({ username: "never_enabled", limit: 2 });
  expect(events).toMatchObject([
    { kind: "api-access-disabled" },
    { kind: "api-access-enabled", detail: "for 7 days" },
  ]);
});
