import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext, BrowserContextOptions } from "@playwright/test";

type Session = NonNullable<BrowserContextOptions["storageState"]>;

/** A sign-in that an earlier run has kept for that portal; `undefined` where there is none. */
export async function keptSession(file: string): Promise<Session | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Session;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a sign-in: cookies and what pages have stored, for the user alone to read. A page that
 * has stored the password itself has nothing kept.
 */
export async function keepSession(
  file: string,
  context: BrowserContext,
  password: string,
): Promise<void> {
  const session = JSON.stringify(await context.storageState());
  if (session.includes(JSON.stringify(password).slice(1, -1))) return;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, session, { mode: 0o600 });
  // The mode above is for a new file only.
  await chmod(file, 0o600);
}

/** Keeps nothing any more. */
export async function forgetSession(file: string): Promise<void> {
  await rm(file, { force: true });
}
