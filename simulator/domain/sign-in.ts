/** A browser's sign-in, as kept on the server. Instants in epoch milliseconds. */
export interface SignIn {
  /** What express-session keeps of it. */
  readonly session: object;
  readonly lastSeenAt: number;
  /** Whose it is, where it is somebody's yet. */
  readonly username?: string;
}

/** How long a signed-in browser may do nothing (facts: portal §7, confidence A). */
const IDLE_TIMEOUT = 15 * 60_000;

/** Whether a browser last seen at `lastSeenAt` has been idle for too long at `now`. */
export function isIdle(lastSeenAt: number, now: number): boolean {
  return now - lastSeenAt >= IDLE_TIMEOUT;
}
