import type { Browser } from "@playwright/test";
import type { Portal, Seat } from "./portals.ts";

/**
 * Tries each of `items`, several at a time, each in a seat that nobody else has meanwhile.
 *
 * @param at how many at a time, in each worker: the longer a page waits for its turn, the more
 *   often it is looked at
 */
export async function sideBySide<T>(
  items: Iterable<T>,
  portal: Pick<Portal, "seat">,
  browser: Browser,
  work: (item: T, seat: Seat) => Promise<void>,
  at = 2,
): Promise<void> {
  const left = [...items];
  const lane = async () => {
    await using seat = await portal.seat(browser);
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await work(next, seat);
    }
  };
  const lanes = Math.min(at, left.length);
  await Promise.all(Array.from({ length: lanes }, lane));
}
