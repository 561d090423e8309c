import type { RequestHandler } from "express";
import { DEFAULT_WORLD, WORLD_ID_RULE, isWorldId } from "../../worlds.ts";
import type { Worlds } from "../../worlds.ts";

/**
 * Finds the world that a request belongs to: by header, else by cookie, else the default.
 * A cookie that names none is a stale one and is passed over.
 */
export function enterWorld(worlds: Worlds): RequestHandler {
  return async (req, res, next) => {
    const header = req.get("x-simulator-world");
    if (header !== undefined && !isWorldId(header)) {
      res.status(400).json({ error: { message: WORLD_ID_RULE } });
      return;
    }
    const cookie = (req.cookies as Record<string, unknown>)["SimulatorWorld"];
    const id =
      header ??
      (typeof cookie === "string" && isWorldId(cookie)
        ? cookie
        : DEFAULT_WORLD);
    const world = await worlds.enter(id);
    if (!world) {
      res.status(503).json({ error: { message: worlds.fullMessage } });
      return;
    }
    req.world = world;
    next();
  };
}
