import { expect, test } from "@playwright/test";
import { DURATIONS, EDITIONS } from "../../simulator/domain/editions.ts";

test("Every duration has the minutes that its label says", () => {
  const minutes = Object.values(DURATIONS).map((duration) => [
    duration.label,
    duration.minutes,
  ]);
  expect(minutes).toEqual([
    ["6 hrs", 360],
    ["12 hrs", 720],
    ["7 days", 10_080],
    ["30 days", 43_200],
  ]);
});

for (const [name, edition] of EDITIONS) {
  test.describe(`Edition ${name}`, () => {
    test("goes by its own name", () => {
      expect(edition.name).toBe(name);
    });

    test("offers its durations from the shortest to 30 days", () => {
      const minutes = edition.manageApiAccess.durations.map((d) => d.minutes);
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
      expect(edition.manageApiAccess.durations.at(-1)?.label).toBe("30 days");
    });

    test("has Manage API Access among the profile's Quick Links", () => {
      expect(edition.profile.quickLinks).toContainEqual({
        label: "Manage API Access",
        href: "/services/auth/manageapiaccess",
      });
    });

    test("names the duration in the text after Yes", () => {
      for (const { label } of edition.manageApiAccess.durations) {
        expect(edition.manageApiAccess.enabledText(label)).toContain(label);
      }
    });

    test("leads nowhere but into the simulator", () => {
      const links = [
        ...edition.landing.buttons,
        ...edition.landing.quickLinks,
        ...edition.profile.quickLinks,
      ];
      for (const { href } of links) expect(href).toMatch(/^\/[a-z]/);
    });
  });
}
