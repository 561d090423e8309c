import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import express from "express";
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

test("The font is served from wherever npm has put it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "assets-"));
  const [views, npm] = [join(folder, "views"), join(folder, ".npm")];
  for (const each of [views, npm]) mkdirSync(each);
  const file = join(npm, "font.woff2");
  writeFileSync(file, "letters");
  const assets = assetsIn(views, () => file);
  const app = express().use(assets.path, assets.serve);
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${assets.path}/devanagari.woff2`;
  const answer = await fetch(url);
  expect(await answer.text()).toBe("letters");
  expect(answer.headers.get("content-type")).toBe("font/woff2");
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});
