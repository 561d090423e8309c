/**
 * Where time comes from. Everything else is handed a `Clock` or a `now`; nothing else
 * reads the machine's clock. Instants are epoch milliseconds throughout the simulator.
 */
export interface Clock {
  /** The instant it is, in epoch milliseconds. */
  now(): number;
}

/** Real time. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that runs at the pace of another one, `offset()` milliseconds away from it. */
export function offsetClock(base: Clock, offset: () => number): Clock {
  return { now: () => base.now() + offset() };
}
