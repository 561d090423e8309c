import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** Logs each request by method, path and status: no query, body, header or cookie. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    if (log.isLevelEnabled("info")) {
      const { method, path } = req;
      res.once("finish", () => {
        log.info({ method, path, status: res.statusCode }, "request");
      });
    }
    next();
  };
}
