import type { RequestHandler } from "express";

/** Logs each request by method, path and status: no query, body, header or cookie. */
export function requestLog(
  log: (fields: object, message: string) => void,
): RequestHandler {
  return (req, res, next) => {
    const { method, path } = req;
    res.once("finish", () => {
      log({ method, path, status: res.statusCode }, "request");
    });
    next();
  };
}
