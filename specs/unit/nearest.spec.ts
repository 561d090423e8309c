import { expect, test } from "@playwright/test";
import { nearestPath } from "../../simulator/domain/nearest.ts";

const KNOWN = ["/services/login", "/services/logout", "/taxpayers/:username"];

for (const [path, nearest] of [
  ["/services/logn", "/services/login"],
  ["/services/LOGOUT/", "/services/logout"],
  ["/service/logot", "/services/logout"],
  ["/taxpayer/acme", "/taxpayers/:username"],
  ["/taxpayers/a-very-long-name-indeed", "/taxpayers/:username"],
] as const) {
  test(`${path} is nearest to ${nearest}`, () => {
    expect(nearestPath(path, KNOWN)).toBe(nearest);
  });
}

test("where nothing is known, nothing is nearest", () => {
  expect(nearestPath("/x", [])).toBeUndefined();
});
