import type { ErrorRequestHandler, Request } from "express";
import { STORE_UNAVAILABLE, StoreUnavailable } from "../../worlds.ts";
import type { SendPage } from "../page.ts";

/** Answers pages, and the calls that they make, while the store is away. */
export function pageWithoutStore(send: SendPage): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (!(error instanceof StoreUnavailable) || res.headersSent) {
      next(error);
      return;
    }
    res.setHeader("Retry-After", "1");
    if (isCall(req)) {
      res.status(503).json({ message: STORE_UNAVAILABLE });
      return;
    }
    send(req, res, {
      view: "problem",
      title: "Store unavailable",
      status: 503,
      model: {
        heading: "The store cannot be reached",
        sentence: STORE_UNAVAILABLE,
      },
    });
  };
}

function isCall(req: Request): boolean {
  return (
    Boolean(req.is("application/json")) ||
    req.accepts(["html", "json"]) === "json" ||
    /^\/services\/(auth\/)?api\//i.test(req.path)
  );
}
