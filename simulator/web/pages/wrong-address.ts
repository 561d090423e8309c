import type { Request, RequestHandler, Response } from "express";
import type { Edition } from "../../domain/editions.ts";
import { nearestPath } from "../../domain/nearest.ts";
import { isOpen, methodsByPath, outsideMatcher } from "../known-paths.ts";
import type { KnownRoute } from "../known-paths.ts";
import type { SendPage } from "../page.ts";

/**
 * Answers an address that neither this simulator nor the portal has, as a page or as JSON,
 * and names the nearest one there is: most of them are slips of the pen. So too a method
 * that an address does not take.
 *
 * @param known the routes there are, asked for once all of them are mounted
 */
export function wrongAddress(
  send: SendPage,
  edition: Edition,
  known: () => readonly KnownRoute[],
): RequestHandler {
  const isOutside = outsideMatcher(edition);
  let paths: readonly string[] = [];
  let methodsOf: ReturnType<typeof methodsByPath> | undefined;
  return (req, res, next) => {
    if (!methodsOf) {
      const routes = known();
      paths = routes.map(({ path }) => path).filter((path) => !isOpen(path));
      methodsOf = methodsByPath(routes);
    }
    const methods = methodsOf(req.path);
    if (methods ? methods.includes(req.method) : isOutside(req.path)) next();
    else if (methods) wrongMethod(send, req, res, methods);
    else nothingThere(send, req, res, nearestPath(req.path, paths) ?? "/");
  };
}

/** Whatever the portal has and this project has not. */
export function outsidePage(send: SendPage): RequestHandler {
  return (req, res) => notHere(send, req, res, "");
}

function nothingThere(
  send: SendPage,
  req: Request,
  res: Response,
  nearest: string,
): void {
  if (wantsJson(req)) {
    const message = `There is nothing at ${req.path.slice(0, 200)}; the nearest address is ${nearest}.`;
    res.status(404).json({ error: { message, known: [nearest] } });
  } else notHere(send, req, res, nearest);
}

function notHere(
  send: SendPage,
  req: Request,
  res: Response,
  nearest: string,
): void {
  send(req, res, {
    view: "outside",
    title: "Not part of this simulator",
    status: 404,
    model: { path: req.path, nearest },
  });
}

function wrongMethod(
  send: SendPage,
  req: Request,
  res: Response,
  methods: readonly string[],
): void {
  const allowed = methods.join(", ");
  res.setHeader("Allow", allowed);
  if (req.method === "OPTIONS") {
    res.status(204).end();
    return;
  }
  const sentence = `This address does not take ${req.method}; it takes ${allowed}.`;
  if (wantsJson(req)) {
    res.status(405).json({ error: { message: sentence, known: methods } });
    return;
  }
  send(req, res, {
    view: "problem",
    title: "Request not understood",
    status: 405,
    model: { heading: "This request was not understood", sentence },
  });
}

function wantsJson(req: Request): boolean {
  return req.accepts(["html", "json"]) === "json";
}
