import type { RequestHandler } from "express";

/**
 * A handler that its first request loads: what few requests need is not to be read, and run,
 * at every start. Where that fails the next request tries again.
 */
export function late(load: () => Promise<RequestHandler>): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return async (req, res, next) => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const handler = await loading;
    await handler(req, res, next);
  };
}
