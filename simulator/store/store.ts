import type { Fault } from "../domain/faults.ts";
import type { Captcha } from "../domain/captcha.ts";
import type { ApiLogins } from "../domain/api-session.ts";
import type { JournalEvent } from "../domain/journal.ts";
import type { Message } from "../domain/messages.ts";
import type { OneTimePassword } from "../domain/one-time-password.ts";
import type { Progress } from "../domain/progress.ts";
import type { SignIn } from "../domain/sign-in.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";

/** What is known of a world as a whole. `createdAt`, `lastUsedAt` are real time. */
export interface WorldHeader {
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** How far the world's clock is from real time, in milliseconds. */
  readonly clockOffset: number;
  /** Where the world's scenario began, on the world's clock. */
  readonly startedAt: number;
  /** The scenario's name, or a scenario of the world's own as JSON text. */
  readonly scenario: { readonly name: string; readonly json?: string };
}

/**
 * The records of a world, by kind. A taxpayer is recorded once it differs from the
 * scenario; `null` says that it was removed.
 */
export interface Records {
  taxpayer: Taxpayer | null;
  signIn: SignIn;
  /** One record a world: its whole queue. */
  faults: readonly Fault[];
  /** The ids of a taxpayer's sign-ins, by user name in lower case; some may have ended. */
  signInsOf: readonly string[];
  captcha: Captcha;
  /** By purpose and user name. */
  oneTimePassword: OneTimePassword;
  /** Of a taxpayer, by the user name in lower case. */
  apiLogins: ApiLogins;
  /** Of a taxpayer, by the user name in lower case. */
  progress: Progress;
}
export type Kind = keyof Records;

/** The logs of a world: appended to, read newest first, capped. */
export interface Logs {
  journal: JournalEvent;
  messages: Message;
}

/**
 * Keeps the state of all worlds. Asynchronous, as it may be another machine. Records are
 * plain JSON values that nobody changes in place.
 *
 * `update` is atomic: between its read and its write no other caller gets in. Its
 * `change` must be pure, as a store may call it again when it lost a race; `undefined`
 * removes the record.
 */
export interface Store {
  /**
   * The header of a world, which is marked as used at `now`; one that does not exist is
   * made by `first`. `undefined`: there are `limit` worlds already.
   */
  openWorld(
    world: string,
    now: number,
    limit: number,
    first: () => WorldHeader,
  ): Promise<WorldHeader | undefined>;
  /**
   * Changes how far a world's clock is from real time, and resolves to what it is then;
   * `undefined` where there was no such world.
   */
  moveClock(
    world: string,
    move: (offset: number) => number,
  ): Promise<number | undefined>;
  /** Empties a world: nothing of it stays but the new header. */
  resetWorld(world: string, header: WorldHeader): Promise<void>;
  worlds(): Promise<[id: string, header: WorldHeader][]>;
  /** Ends a world and says whether there was one. */
  endWorld(world: string): Promise<boolean>;
  /** Ends all worlds that were last used before `instant`, to a second. */
  endWorldsUnusedSince(instant: number): Promise<void>;

  get<K extends Kind>(
    world: string,
    kind: K,
    key: string,
  ): Promise<Records[K] | undefined>;
  list<K extends Kind>(
    world: string,
    kind: K,
  ): Promise<[key: string, record: Records[K]][]>;
  update<K extends Kind>(
    world: string,
    kind: K,
    key: string,
    change: (current: Records[K] | undefined) => Records[K] | undefined,
  ): Promise<Records[K] | undefined>;
  /** Removes the records of a kind that `isDone` says so of. */
  prune<K extends Kind>(
    world: string,
    kind: K,
    isDone: (record: Records[K]) => boolean,
  ): Promise<void>;

  append<L extends keyof Logs>(
    world: string,
    log: L,
    entry: Logs[L],
  ): Promise<void>;
  /** The entries of a log, newest first. */
  entries<L extends keyof Logs>(world: string, log: L): Promise<Logs[L][]>;
  /** Forgets the entries of a log that `isDone` says so of, or all. */
  clearLog<L extends keyof Logs>(
    world: string,
    log: L,
    isDone?: (entry: Logs[L]) => boolean,
  ): Promise<void>;

  /**
   * Does `work` as one: a store that can be cut off in the middle keeps all of what `work`
   * changes with `update`, `prune` and `append`, or nothing. Like the `change` of `update`,
   * `work` may be called again; one in another counts as a part of that.
   *
   * @param line work of this process in the same line, such as a user name, waits for its turn
   */
  together<T>(world: string, line: string, work: () => Promise<T>): Promise<T>;

  /** A text of no world that all who share the store agree on: that of whoever asked first. */
  agree(name: string, first: () => Promise<string>): Promise<string>;

  /**
   * Counts `name`, which is of no world, once more. Its first time opens a window of so many
   * milliseconds of real time; at the end of that the count begins anew.
   */
  hit(name: string, window: number): Promise<Hits>;

  close(): Promise<void>;
}

/** How often something came within a window, and when that ends, in milliseconds from now. */
export interface Hits {
  readonly count: number;
  readonly endsIn: number;
}

/**
 * The store cannot be reached at the moment. The message is one sentence that says so to
 * whoever runs the simulator.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/** The same for everybody else: it does not tell where the store is. */
export const STORE_UNAVAILABLE =
  "The store of this simulator cannot be reached at the moment; try again when it is back.";

/** How many entries a log keeps; the oldest go first. */
export const LOG_CAPACITY = 1_000;
