import type { ErrorRequestHandler } from "express";
import { STORE_UNAVAILABLE, StoreUnavailable } from "../worlds.ts";

/**
 * Answers calls of the taxpayer API while the store is away. The code is ours: no client can
 * take it for the portal's.
 */
export const callWithoutStore: ErrorRequestHandler = (
  error: unknown,
  _req,
  res,
  next,
) => {
  if (!(error instanceof StoreUnavailable) || res.headersSent) {
    next(error);
    return;
  }
  res.status(503).json({
    status_cd: "0",
    error: { error_cd: "SIMULATOR503", message: STORE_UNAVAILABLE },
  });
};
