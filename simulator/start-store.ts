import { randomBytes } from "node:crypto";
import type { Log } from "./log.ts";
import { SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { openStore } from "./store/open.ts";
import { StoreUnavailable } from "./store/store.ts";
import type { Store } from "./store/store.ts";

/**
 * The store of the settings, for whoever starts a simulator: a `SettingsError` where it
 * cannot be reached, or where it holds the worlds of another edition.
 */
export async function openStoreOf(
  settings: Settings,
  log: Log,
): Promise<Store> {
  const { store: address, edition } = settings;
  const store = await explained(
    openStore(address, (event, reason) =>
      log.error({ reason }, `the store is ${event}`),
    ),
  );
  const kept = await store.agree("edition", () => Promise.resolve(edition));
  if (kept === edition) return store;
  await store.close();
  throw new SettingsError(
    `The store holds worlds of edition ${kept}; use --edition ${kept}, or another database number in --store.`,
  );
}

/** Signs cookies and form tokens; all instances on a store have the same one. */
export function secretOf(store: Store): Promise<string> {
  return store.agree("secret", () =>
    Promise.resolve(randomBytes(32).toString("base64url")),
  );
}

async function explained(opening: Promise<Store>): Promise<Store> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new SettingsError(
      `${error.message.replace(/\.$/, "")}; start it, or leave --store out to keep everything in memory.`,
    );
  }
}
