import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import type { Clock } from "../../clock.ts";

const WINDOW = 60_000;

/** Counts something once more, and says how often it came in its window and when that ends. */
export type CountHit = (
  name: string,
  window: number,
) => Promise<{ readonly count: number; readonly endsIn: number }>;

/**
 * Lets so many requests a minute and address on, and calls `refuse` for the rest. The count
 * is the store's, so that instances that share it have one limit between them.
 */
export function perMinute(
  limit: number,
  count: CountHit,
  clock: Clock,
  refuse: RequestHandler,
): RequestHandler {
  return rateLimit({
    windowMs: WINDOW,
    limit,
    handler: refuse,
    store: {
      increment: async (address) => {
        const hits = await count(`sign-in:${address}`, WINDOW);
        const resetTime = new Date(clock.now() + hits.endsIn);
        return { totalHits: hits.count, resetTime };
      },
      // Only options that are not used here take anything back.
      decrement: () => undefined,
      resetKey: () => undefined,
    },
  });
}
