import type { RequestHandler } from "express";

const WORLD = /^\/worlds\/([^/?]+)(?=\/)/;

/**
 * Makes one path of the ways in which client programs write it: a base URL that ends in a
 * slash doubles it (facts: taxpayer API §7.1), and one that ends in `/worlds/ID` names the
 * world where a client cannot be given a header.
 */
export const tidyPath: RequestHandler = (req, _res, next) => {
  let url = req.url.replace(/^\/{2,}/, "/");
  const [prefix, world] = WORLD.exec(url) ?? [];
  if (prefix !== undefined && world !== undefined) {
    url = url.slice(prefix.length).replace(/^\/{2,}/, "/");
    req.headers["x-simulator-world"] ??= world;
  }
  req.url = url;
  next();
};
