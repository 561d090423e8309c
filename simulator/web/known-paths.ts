import { METHODS } from "node:http";
import type { Router } from "express";
import type { Edition } from "../domain/editions.ts";

/** An address that is answered: its path in Express's notation, and by which methods. */
export interface KnownRoute {
  readonly path: string;
  /** In capitals; none where it takes any. */
  readonly methods: readonly string[];
}

/**
 * What a router answers, with the routers in it. Read from the routers themselves, so that a
 * new page is known without a second list; a router that is mounted under a prefix is not
 * looked into.
 */
export function routesOf(router: Pick<Router, "stack">): KnownRoute[] {
  return router.stack.flatMap((layer) => {
    const { route, handle } = layer;
    if (!route) {
      // Express's mark of what is mounted at the root.
      const isMounted = !(layer as { slash?: boolean }).slash;
      return isMounted || !hasRoutes(handle) ? [] : routesOf(handle);
    }
    const methods = route.stack.flatMap(({ method }) =>
      method ? [method.toUpperCase()] : [],
    );
    return [route.path]
      .flat()
      .filter(isText)
      .map((path) => ({ path, methods }));
  });
}

/** A route may also be a pattern, which is no address to suggest. */
function isText(path: unknown): path is string {
  return typeof path === "string";
}

function hasRoutes(handle: object): handle is Pick<Router, "stack"> {
  return "stack" in handle && Array.isArray(handle.stack);
}

/**
 * The methods that an address takes, whatever its case and with or without a last slash;
 * `undefined` where there is no such address.
 */
export function methodsByPath(
  known: readonly KnownRoute[],
): (path: string) => readonly string[] | undefined {
  const byPath = new Map<string, string[]>();
  for (const { path, methods } of known) {
    const all = byPath.get(fold(path)) ?? [];
    all.push(...(methods.length > 0 ? methods : METHODS));
    if (methods.includes("GET")) all.push("HEAD");
    byPath.set(fold(path), [...new Set(all)]);
  }
  const open = Array.from(byPath)
    .filter(([path]) => isOpen(path))
    .map(([path, methods]) => ({ pattern: toPattern(path), methods }));
  return (path) =>
    byPath.get(fold(path)) ??
    open.find(({ pattern }) => pattern.test(path))?.methods;
}

/** Whether a part of a route's path varies, so that it is no address to suggest. */
export function isOpen(path: string): boolean {
  return path.includes(":");
}

/** A path as it is compared: in one case, without a last slash. */
export function fold(path: string): string {
  const folded = path.toLowerCase();
  return folded.endsWith("/") ? folded.slice(0, -1) : folded;
}

function toPattern(path: string): RegExp {
  const source = path
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/:\w+/g, "[^/]+");
  return new RegExp(`^${source}/?$`, "i");
}

/** The portal's other parts, which this project does not have (facts: portal §2, §4). */
const OTHER_PARTS =
  /^\/(payment|registration|returns|refunds|ledgers|litserv|services\/quicklinks)(\/|$)/i;
/** What the login page's links lead to, where it is not a page of the edition. */
const LOGIN_LINKS = [
  "/services/forgotusername",
  "/services/forgotpassword",
  "/services/newlogin",
];

/** Whether the portal has something at a path, be it a part that this project has not. */
export function outsideMatcher(edition: Edition): (path: string) => boolean {
  const linked = new Set([...LOGIN_LINKS, ...hrefsIn(edition)].map(fold));
  return (path) => OTHER_PARTS.test(path) || linked.has(fold(path));
}

/** The addresses that an edition's links lead to. */
function hrefsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "href" && typeof inner === "string" ? [inner] : hrefsIn(inner),
  );
}
