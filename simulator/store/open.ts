import { MemoryStore } from "./memory.ts";
import type { Store } from "./store.ts";

/**
 * Opens the store that `address` names: `memory`, or `redis://HOST:PORT/DB`, whose client is
 * loaded only then. Rejects with `StoreUnavailable` where it cannot be reached.
 *
 * @param report told when an open store goes away, and when it is back
 */
export async function openStore(
  address: string,
  report: (event: "away" | "back", reason: string) => void,
): Promise<Store> {
  if (address === "memory") return new MemoryStore();
  const { RedisStore } = await import("./redis.ts");
  return RedisStore.open(address, report);
}
