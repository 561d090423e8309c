import { expect, test } from "@playwright/test";
import {
  STUCK_AFTER,
  standingOf,
  withStep,
} from "../../simulator/domain/progress.ts";
import { defaultTaxpayer } from "../../simulator/domain/taxpayer.ts";

const trainee = defaultTaxpayer("trainee01");

test("a step keeps the instant at which it was first reached", () => {
  const once = withStep(withStep(undefined, 1, 100), 2, 200);
  expect(once).toEqual({ reachedAt: [100, 200] });
  expect(withStep(once, 2, 300)).toEqual(once);
  expect(withStep(once, 1, 300)).toEqual(once);
});

test("who goes past a step has reached it too", () => {
  expect(withStep({ reachedAt: [100] }, 4, 400)).toEqual({
    reachedAt: [100, 400, 400, 400],
  });
});

test("who never signed in has spent no time", () => {
  expect(standingOf(trainee, undefined, 500)).toEqual({
    step: 0,
    reachedAt: [],
    spent: 0,
    inStep: 0,
  });
});

test("time runs from the sign-in, and from the last step", () => {
  expect(standingOf(trainee, { reachedAt: [100, 250] }, 400)).toMatchObject({
    step: 2,
    spent: 300,
    inStep: 150,
  });
});

test("time stands still after the sixth step, and nobody waits there", () => {
  const done = withStep({ reachedAt: [100] }, 6, 700);
  const muchLater = standingOf(trainee, done, 700 + 2 * STUCK_AFTER);
  expect(muchLater).toMatchObject({ step: 6, spent: 600, inStep: 0 });
  expect(muchLater).not.toHaveProperty("trouble");
});

test("a clock that is put back makes no time negative", () => {
  expect(standingOf(trainee, { reachedAt: [100] }, 0)).toMatchObject({
    spent: 0,
    inStep: 0,
  });
});

test("three minutes in one step are trouble, a millisecond less is none", () => {
  const progress = { reachedAt: [0] };
  const at = (now: number) => standingOf(trainee, progress, now).trouble;
  expect(at(STUCK_AFTER - 1)).toBeUndefined();
  expect(at(STUCK_AFTER)).toBe("waiting");
});

test("a wrong password is trouble, and a lock more so", () => {
  const after = (failedLogins: number, locked: boolean) =>
    standingOf({ failedLogins, locked }, undefined, 0).trouble;
  expect(after(1, false)).toBe("wrong-password");
  expect(after(3, true)).toBe("locked");
});
