import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { assetsIn } from "../../simulator/web/assets.ts";

test("The assets' address is another as soon as one of them is, and the same elsewhere", () => {
  const folders = ["red", "red", "blue"].map((color) => {
    const folder = mkdtempSync(join(tmpdir(), "assets-"));
    writeFileSync(join(folder, "page.css"), `body { color: ${color} }`);
    return folder;
  });
  const [red, alsoRed, blue] = folders.map(
    (folder) => assetsIn(folder, () => "").path,
  );
  for (const folder of folders) rmSync(folder, { recursive: true });

  expect(red).toMatch(/^\/assets\/[\da-f]{12}$/);
  expect(alsoRed).toBe(red);
  expect(blue).not.toBe(red);
});
