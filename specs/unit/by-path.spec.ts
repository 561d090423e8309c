import { expect, test } from "@playwright/test";
import { Router } from "express";
import type { Request, Response } from "express";
import { below, byPath } from "../../simulator/web/by-path.ts";

/** A router that notes that it was asked, at each of its paths, and lets on. */
function noting(name: string, paths: string[], asked: string[]): Router {
  const router = Router();
  router.use((_req, _res, next) => {
    asked.push(name);
    next();
  });
  for (const path of paths) {
    router.get(path, (_req, _res, next) => {
      asked.push(`${name} ${path}`);
      next();
    });
  }
  return router;
}

/** Which routers a GET of `path` meets, in order, before it goes on. */
async function metBy(
  path: string,
  handlerOf: (asked: string[]) => ReturnType<typeof byPath>,
): Promise<string[]> {
  const asked: string[] = [];
  const req = { method: "GET", url: path, path } as Request;
  await new Promise((goOn) => {
    void handlerOf(asked)(req, {} as Response, goOn);
  });
  return asked;
}

const three = (asked: string[]) =>
  byPath(
    noting("first", ["/both", "/one"], asked),
    noting("second", ["/item/:id"], asked),
    noting("third", ["/both"], asked),
  );

for (const [path, met] of Object.entries({
  "/one": ["first", "first /one", "second"],
  "/ONE/": ["first", "first /one", "second"],
  "/both": ["first", "first /both", "second", "third", "third /both"],
  "/item/7": ["second", "second /item/:id"],
  "/elsewhere": ["second"],
})) {
  test(`${path} enters the routers that have it, and those whose paths vary`, async () => {
    expect(await metBy(path, three)).toEqual(met);
  });
}

test("a path that none of the routers has is let on at once", () => {
  let isOn = false;
  const req = { method: "GET", url: "/two", path: "/two" } as Request;
  void byPath(noting("first", ["/one"], []))(req, {} as Response, () => {
    isOn = true;
  });
  expect(isOn).toBe(true);
});

for (const [path, isBelow] of Object.entries({
  "/api": true,
  "/API/v1": true,
  "/apiary": false,
  "/other/api": false,
})) {
  test(`${path} ${isBelow ? "enters" : "passes by"} a router below /api`, async () => {
    const met = await metBy(path, (asked) =>
      below(["/api"], noting("api", [], asked)),
    );
    expect(met).toEqual(isBelow ? ["api"] : []);
  });
}

test("the routes of the routers can be seen from outside", () => {
  const { stack } = three([]);
  expect(stack.flatMap(({ route }) => route?.path ?? [])).toEqual([
    "/both",
    "/one",
    "/item/:id",
    "/both",
  ]);
});
