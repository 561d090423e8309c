import { createSecretKey, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import session, { Store } from "express-session";
import type { SessionData } from "express-session";
import type { SignIns } from "../../portal/sign-ins.ts";
import type { World } from "../../worlds.ts";
import { portalCookie } from "../cookies.ts";

/**
 * Finds the browser's session. Each world has sessions of its own, so a cookie of one world
 * means nothing in another. The cookie has the real portal's name (facts: portal §7).
 */
export function sessions(secret: string): RequestHandler {
  // Text would be made a key of for each cookie anew. (A key is taken by the version of
  // cookie-signature that package.json asks for.)
  const key = createSecretKey(Buffer.from(secret));
  const byWorld = new WeakMap<World, RequestHandler>();
  return (req, res, next) => {
    // A request for `*…` is about no page, and express-session gives it no session.
    if (!req.path.startsWith("/")) {
      res.status(404).end();
      return;
    }
    let handler = byWorld.get(req.world);
    if (!handler) {
      handler = session({
        name: "AuthToken",
        // 122 random bits, drawn in bulk: each request without a cookie takes one.
        genid: () => randomUUID(),
        secret: key,
        resave: false,
        saveUninitialized: false,
        cookie: portalCookie,
        store: new WorldSessions(req.world.portal.signIns),
      });
      byWorld.set(req.world, handler);
    }
    void handler(req, res, next);
  };
}

/**
 * What is kept of a session: its data, which is texts, numbers and booleans. Of its cookie
 * nothing is, as that is sent where the session begins, and then as `portalCookie` says.
 */
function asKept(data: SessionData): object {
  return { ...data, cookie: {} };
}

/** express-session's view of a world's sign-ins. */
class WorldSessions extends Store {
  readonly #signIns: SignIns;

  constructor(signIns: SignIns) {
    super();
    this.#signIns = signIns;
  }

  override get(
    id: string,
    done: (error: unknown, session?: SessionData | null) => void,
  ): void {
    const read = async () => {
      const data = await this.#signIns.read(id);
      // A copy: what a request does to its own is not kept yet.
      return data ? { ...(data as SessionData), isKnown: true } : null;
    };
    read().then((found) => done(null, found), done);
  }

  override set(
    id: string,
    data: SessionData,
    done: (error?: unknown) => void = () => undefined,
  ): void {
    const { username, isKnown } = data;
    this.#signIns
      .write(id, asKept(data), { username, isKnown })
      .then(() => done(), done);
  }

  override destroy(
    id: string,
    done: (error?: unknown) => void = () => undefined,
  ): void {
    this.#signIns.end(id).then(() => done(), done);
  }
}
