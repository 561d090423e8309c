import { Router } from "express";
import type { RequestHandler } from "express";
import { fold, isOpen, routesOf } from "./known-paths.ts";

/** A handler that shows its routes, as a router does. */
type RoutedHandler = RequestHandler & Pick<Router, "stack">;

/**
 * Routers, in order, as one handler: a request enters those that have its path. Express asks
 * each route of each router in turn, which made up half of what a page took.
 */
export function byPath(...routers: readonly Router[]): RoutedHandler {
  const table = routers.map((router) => {
    const paths = routesOf(router).map(({ path }) => fold(path));
    return { router, paths, isOpen: paths.some(isOpen) };
  });
  const entered = (path: string) =>
    inOrder(
      table
        .filter((entry) => entry.isOpen || entry.paths.includes(path))
        .map(({ router }) => router),
    );
  const enter = new Map(
    table.flatMap(({ paths }) => paths.map((path) => [path, entered(path)])),
  );
  const elsewhere = entered("");
  return showing(routers, (req, res, next) => {
    void (enter.get(fold(req.path)) ?? elsewhere)(req, res, next);
  });
}

/** A router that a request enters only where its path begins with one of `prefixes`. */
export function below(
  prefixes: readonly string[],
  router: Router,
): RoutedHandler {
  const begins = new RegExp(`^(${prefixes.join("|")})(/|$)`, "i");
  return showing([router], (req, res, next) => {
    if (begins.test(req.path)) void router(req, res, next);
    else next();
  });
}

function inOrder(routers: readonly Router[]): RequestHandler {
  const [only, ...others] = routers;
  // An empty router would let on only at the next turn of the event loop.
  if (!only) return (_req, _res, next) => next();
  if (others.length === 0) return only;
  const all = Router();
  for (const router of routers) all.use(router);
  return all;
}

function showing(
  routers: readonly Router[],
  handler: RequestHandler,
): RoutedHandler {
  const stack = routers.flatMap((router) => router.stack);
  return Object.assign(handler, { stack });
}
