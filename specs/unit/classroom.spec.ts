import { expect, test } from "@playwright/test";
import { classroom } from "../../simulator/domain/classroom.ts";
import { isGstin } from "../../simulator/domain/gstin.ts";
import { isAcceptablePassword } from "../../simulator/domain/password.ts";

const trainees = [...classroom(1_000).entries.values()].map((entry) =>
  entry.at(0),
);

test("a class has as many trainees as it should, by number", () => {
  expect([...classroom(3).entries.keys()]).toEqual([
    "trainee01",
    "trainee02",
    "trainee03",
  ]);
  expect(trainees.at(-1)?.username).toBe("trainee1000");
});

test("each trainee has a password of the portal's rule, and no neighbour's", () => {
  expect(trainees.every(({ password }) => isAcceptablePassword(password))).toBe(
    true,
  );
  expect(new Set(trainees.map(({ password }) => password)).size).toBe(1_000);
});

test("each trainee has a valid GSTIN of its own", () => {
  expect(trainees.every(({ gstin }) => isGstin(gstin))).toBe(true);
  expect(new Set(trainees.map(({ gstin }) => gstin)).size).toBe(1_000);
});

test("the same number gives the same class", () => {
  const passwords = [...classroom(5).entries.values()].map(
    (entry) => entry.at(0).password,
  );
  expect(passwords).toEqual(
    [...classroom(5).entries.values()].map((entry) => entry.at(0).password),
  );
});
