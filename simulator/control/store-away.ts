import type { ErrorRequestHandler } from "express";
import type { Edition } from "../domain/editions.ts";
import { STORE_UNAVAILABLE, StoreUnavailable } from "../worlds.ts";

/** Answers calls of the control plane, health among them, while the store is away. */
export function leverWithoutStore(
  edition: Edition,
  version: string,
): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const isPanel = req.get("accept")?.includes("text/html");
    if (!(error instanceof StoreUnavailable) || isPanel || res.headersSent) {
      next(error);
      return;
    }
    const message = STORE_UNAVAILABLE;
    res.status(503).json({
      ...(req.path === "/health" && {
        status: "store-unavailable",
        version,
        edition: edition.name,
      }),
      error: { message },
    });
  };
}
