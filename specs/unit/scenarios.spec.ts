import { expect, test } from "@playwright/test";
import { isOpen } from "../../simulator/domain/api-access.ts";
import { isGstin } from "../../simulator/domain/gstin.ts";
import { isAcceptablePassword } from "../../simulator/domain/password.ts";
import { createScenario } from "../../simulator/domain/scenario.ts";
import { SCENARIOS } from "../../simulator/domain/scenarios.ts";
import type { ScenarioEntry } from "../../simulator/domain/scenario.ts";
import { defaultTaxpayer } from "../../simulator/domain/taxpayer.ts";
import type { Taxpayer } from "../../simulator/domain/taxpayer.ts";

const NOW = Date.parse("2026-11-24T09:30:00Z");
const MINUTE = 60_000;

for (const [name, { entries }] of SCENARIOS) {
  test.describe(`In scenario ${name}`, () => {
    const taxpayers = [...entries.values()].map((entry) => entry.at(NOW));

    test("there are taxpayers, each with a GSTIN of its own", () => {
      expect(taxpayers).not.toEqual([]);
      const gstins = new Set(taxpayers.map(({ gstin }) => gstin));
      expect(gstins.size).toBe(taxpayers.length);
    });

    for (const { username, gstin, password } of taxpayers) {
      test(`${username} has an invented GSTIN that no business can have`, () => {
        expect(isGstin(gstin)).toBe(true);
        expect(gstin.slice(7, 11)).toBe("0000");
      });

      test(`${username} and its password fit into the login form`, () => {
        expect(username).toMatch(/^[A-Za-z][A-Za-z0-9_.-]{0,14}$/);
        expect(isAcceptablePassword(password)).toBe(true);
      });
    }
  });
}

test.describe("The default scenario has", () => {
  const taxpayer = (username: string): Taxpayer => {
    const entry = SCENARIOS.get("default")?.entries.get(username);
    if (!entry) throw new Error(`There is no ${username}.`);
    return entry.at(NOW);
  };
  const isOpenFor = (username: string, minutes: number) =>
    isOpen(taxpayer(username).apiAccess, NOW + minutes * MINUTE);

  test("one who never chose", () => {
    expect(taxpayer("never_enabled").apiAccess).toEqual({ chosen: false });
  });

  test("one whose access is on for 30 days from the start", () => {
    expect(isOpenFor("enabled_30_days", 0)).toBe(true);
    expect(isOpenFor("enabled_30_days", 43_200 - 1)).toBe(true);
    expect(isOpenFor("enabled_30_days", 43_200)).toBe(false);
  });

  test("one whose access is on and has minutes left", () => {
    expect(isOpenFor("minutes_left", 0)).toBe(true);
    expect(isOpenFor("minutes_left", 60)).toBe(false);
  });

  test("one whose access has run out", () => {
    expect(taxpayer("run_out").apiAccess).toMatchObject({
      window: { duration: "6 hrs" },
    });
    expect(isOpenFor("run_out", 0)).toBe(false);
  });

  test("one that is locked", () => {
    expect(taxpayer("locked")).toMatchObject({ locked: true, failedLogins: 3 });
  });

  test("one whose password has expired", () => {
    expect(taxpayer("old_password").passwordExpired).toBe(true);
  });
});

test("In a scenario user names differ by more than case: a later one replaces", () => {
  const entry = (username: string): ScenarioEntry => ({
    username,
    at: () => defaultTaxpayer(username),
  });
  const { entries } = createScenario("mine", [entry("Neem"), entry("NEEM")]);
  expect([...entries.values()].map(({ username }) => username)).toEqual([
    "NEEM",
  ]);
});
