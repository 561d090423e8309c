import type { Socket } from "node:net";
import type { Request } from "express";

/** How long after a cut a browser's own repetition may come, in milliseconds. */
const REPEATS_WITHIN = 1_000;

/** How long a connection stands before its first request where it was opened in advance, in milliseconds. */
const IN_ADVANCE = 50;

/** In milliseconds; `performance` would have to be loaded for the first connection. */
const uptime = (): number => process.uptime() * 1_000;

const openedAt = new WeakMap<Socket, number>();

/** Notes when a connection was opened; to be called for each. */
export function noteConnection(socket: Socket): void {
  openedAt.set(socket, uptime());
}

/**
 * Cuts connections so that the person or script behind the client notices. A browser whose
 * connection is cut repeats the request by itself, at once and unseen, until it has used one
 * that it opened for the request: one that was kept alive, or opened in advance, is none.
 * Those repetitions must be cut as well, or a fault that strikes once would never be noticed.
 */
export class HangUps {
  readonly #repetitions = new Set<string>();

  /** Cuts the connection of a request. */
  strike(req: Request): void {
    if (isBrowser(req) && !isFresh(req.socket)) {
      const key = keyOf(req);
      this.#repetitions.add(key);
      setTimeout(() => this.#repetitions.delete(key), REPEATS_WITHIN).unref();
    }
    req.socket.destroy();
  }

  /** Cuts a browser's own repetition of a request that was cut, and says whether it was one. */
  cutRepetition(req: Request): boolean {
    if (!isBrowser(req) || !this.#repetitions.delete(keyOf(req))) return false;
    this.strike(req);
    return true;
  }
}

/** Whether a connection was opened for the request that is on it. */
function isFresh(socket: Socket): boolean {
  const age = uptime() - (openedAt.get(socket) ?? 0);
  return socket.bytesWritten === 0 && age < IN_ADVANCE;
}

/** Browsers send this header to addresses they trust, loopback among them; others do not. */
function isBrowser(req: Request): boolean {
  return req.get("sec-fetch-dest") !== undefined;
}

function keyOf(req: Request): string {
  return `${req.world.id} ${req.method} ${req.path}`;
}
