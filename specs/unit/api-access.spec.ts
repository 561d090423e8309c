import { expect, test } from "@playwright/test";
import {
  choose,
  isOpen,
  neverChosen,
  openWindow,
} from "../../simulator/domain/api-access.ts";
import { DURATIONS } from "../../simulator/domain/editions.ts";

const CONFIRMED_AT = Date.parse("2026-11-24T09:30:00Z");
const MINUTE = 60_000;

/** Written out on purpose: the table of the domain is what is under test. */
const DURATION_TABLE = [
  { label: "6 hrs", minutes: 360, until: "2026-11-24T15:30:00.000Z" },
  { label: "12 hrs", minutes: 720, until: "2026-11-24T21:30:00.000Z" },
  { label: "7 days", minutes: 10_080, until: "2026-12-01T09:30:00.000Z" },
  { label: "30 days", minutes: 43_200, until: "2026-12-24T09:30:00.000Z" },
] as const;

test.describe("A window of API access", () => {
  for (const { label, minutes, until } of DURATION_TABLE) {
    const access = choose(
      { enable: true, duration: DURATIONS[label] },
      CONFIRMED_AT,
    );
    const end = Date.parse(until);

    test(`of ${label} lasts ${minutes} minutes from the choice on`, () => {
      expect(access).toEqual({
        chosen: true,
        window: { duration: label, since: CONFIRMED_AT, until: end },
      });
      expect(end - CONFIRMED_AT).toBe(minutes * MINUTE);
    });

    for (const { at, when, open } of [
      { at: CONFIRMED_AT - 1, when: "a millisecond before it", open: false },
      { at: CONFIRMED_AT, when: "at its first instant", open: true },
      { at: end - 1, when: "a millisecond before its end", open: true },
      { at: end, when: "at its end", open: false },
      { at: end + 1, when: "a millisecond after its end", open: false },
    ]) {
      test(`of ${label} is ${open ? "open" : "closed"} ${when}`, () => {
        expect(isOpen(access, at)).toBe(open);
      });
    }
  }

  test("is replaced by the next Yes, also by a shorter one", () => {
    const later = CONFIRMED_AT + 5 * MINUTE;
    const access = choose(
      { enable: true, duration: DURATIONS["6 hrs"] },
      later,
    );
    expect(access).toEqual({
      chosen: true,
      window: openWindow(DURATIONS["6 hrs"], later),
    });
  });

  test("is gone at once after No", () => {
    const access = choose({ enable: false }, CONFIRMED_AT);
    expect(access).toEqual({ chosen: true });
    expect(isOpen(access, CONFIRMED_AT)).toBe(false);
  });

  test("is not there for who never chose", () => {
    expect(isOpen(neverChosen, CONFIRMED_AT)).toBe(false);
  });
});
