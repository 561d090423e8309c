import type { RequestHandler } from "express";

/**
 * A handler that its first request loads: what few requests need is not to be read, and run,
 * at every start.
 */
export function late(load: () => Promise<RequestHandler>): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return async (req, res, next) => {
    const handler = await (loading ??= load());
    await handler(req, res, next);
  };
}
