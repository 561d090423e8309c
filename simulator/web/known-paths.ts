import type { Router } from "express";
import type { Edition } from "../domain/editions.ts";

/**
 * The paths that a router answers, in Express's notation, with those of the routers in it.
 * Read from the routers themselves, so that a new page is known without a second list; a
 * router that is mounted under a prefix is not looked into.
 */
export function pathsOf(router: Pick<Router, "stack">): string[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (route) return [route.path].flat().filter(isText);
    return hasRoutes(handle) ? pathsOf(handle) : [];
  });
}

/** A route may also be a pattern, which is no address to suggest. */
function isText(path: unknown): path is string {
  return typeof path === "string";
}

function hasRoutes(handle: object): handle is Pick<Router, "stack"> {
  return "stack" in handle && Array.isArray(handle.stack);
}

/** Whether one of `known` takes a path, whatever its case and with or without a last slash. */
export function pathMatcher(
  known: readonly string[],
): (path: string) => boolean {
  const plain = new Set(known.map(fold));
  const open = known.filter((path) => path.includes(":")).map(toPattern);
  return (path) =>
    plain.has(fold(path)) || open.some((pattern) => pattern.test(path));
}

function fold(path: string): string {
  return path.toLowerCase().replace(/\/+$/, "");
}

function toPattern(path: string): RegExp {
  const source = path
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/:\w+/g, "[^/]+");
  return new RegExp(`^${source}/*$`, "i");
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
  const linked = pathMatcher([...LOGIN_LINKS, ...hrefsIn(edition)]);
  return (path) => OTHER_PARTS.test(path) || linked(path);
}

/** The addresses that an edition's links lead to. */
function hrefsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "href" && typeof inner === "string" ? [inner] : hrefsIn(inner),
  );
}
