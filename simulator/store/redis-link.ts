import { setTimeout } from "node:timers/promises";
import { ErrorReply, createClient } from "@redis/client";
import type { Script } from "./redis-scripts.ts";
import { StoreUnavailable } from "./store.ts";

/** How often the link looks whether Redis still answers, in milliseconds. */
const LOOK_EVERY = 250;
/** For how many looks Redis may be silent before nothing more is sent to it … */
const SILENT_LOOKS = 4;
/** … and before what was sent is given up, each of it past its deadline by then. */
const DEAD_LOOKS = 2 * SILENT_LOOKS;
/** How long after it was sent a script may still begin, in milliseconds. */
const DEADLINE = SILENT_LOOKS * LOOK_EVERY;
/** How long a connection may take to come about, in milliseconds. */
const CONNECT_WITHIN = 2_000;
/** After how many looks Redis is asked the time again, as clocks drift. */
const SET_CLOCK_EVERY = 240;

/** What Redis says where it cannot do what it should, though nothing was wrong with it. */
const UNABLE = /^(LATE|LOADING|BUSY|OOM|MISCONF|READONLY|MASTERDOWN|NOAUTH)\b/;

type Client = ReturnType<typeof clientOf>;

/** A client that keeps nothing in a queue and, once its connection is lost, stays away. */
function clientOf(url: string) {
  return createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: "disabled",
    socket: { connectTimeout: CONNECT_WITHIN, reconnectStrategy: false },
  });
}

export interface RedisLinkParts {
  /** `redis://HOST:PORT/DB`. */
  readonly url: string;
  /** Called each time a connection stands. */
  ready(link: RedisLink): Promise<void>;
  /** Told once when Redis goes away, with the reason, and once when it is back. */
  report(event: "away" | "back", reason: string): void;
}

/**
 * The connection to Redis, which is made anew for as long as it takes. While it is away,
 * what is asked of it fails at once with `StoreUnavailable`; nothing waits in a queue.
 */
export class RedisLink {
  readonly #parts: RedisLinkParts;
  #client: Client | undefined;
  #isClosed = false;
  #isReconnecting = false;
  /** Redis's clock less this process's own, in milliseconds. */
  #clockOffset = 0;
  #waiting = 0;
  #silentLooks = 0;
  #looks = 0;
  readonly #timer: NodeJS.Timeout;

  private constructor(parts: RedisLinkParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  /** Connects; rejects with `StoreUnavailable` where that fails. */
  static async open(parts: RedisLinkParts): Promise<RedisLink> {
    const link = new RedisLink(parts);
    try {
      await link.#connect();
      return link;
    } catch (error) {
      link.close();
      throw unavailable(parts.url, error);
    }
  }

  /** Runs a command of Redis's own; only for reading, as it has no deadline. */
  async read(...command: string[]): Promise<unknown> {
    return this.#send(command);
  }

  /** Runs a script, or fails without having changed anything. */
  async run(
    { sha, source }: Script,
    world: string,
    keys: readonly string[],
    args: readonly (string | number)[] = [],
  ): Promise<unknown> {
    const deadline = performance.now() + this.#clockOffset + DEADLINE;
    const rest = [String(keys.length), ...keys, String(deadline), world].concat(
      args.map(String),
    );
    try {
      return await this.#send(["EVALSHA", sha, ...rest]);
    } catch (error) {
      if (!isReply(error, /^NOSCRIPT/)) throw error;
      return this.#send(["EVAL", source, ...rest]);
    }
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#client?.destroy();
  }

  async #send(command: string[]): Promise<unknown> {
    const client = this.#client;
    if (!client || this.#silentLooks >= SILENT_LOOKS) {
      throw unavailable(this.#parts.url);
    }
    this.#waiting++;
    try {
      return await client.sendCommand(command);
    } catch (error) {
      if (isReply(error, /^LATE/)) this.#setClock(client);
      if (isReply(error) && !isReply(error, UNABLE)) throw error;
      throw unavailable(this.#parts.url, error);
    } finally {
      this.#waiting--;
      this.#silentLooks = 0;
    }
  }

  /**
   * Counts looks, not time: a process that was itself held up must not take that for
   * Redis's silence.
   */
  #look(): void {
    const client = this.#client;
    if (!client) return;
    if (++this.#looks % SET_CLOCK_EVERY === 0) this.#setClock(client);
    this.#silentLooks = this.#waiting > 0 ? this.#silentLooks + 1 : 0;
    if (this.#silentLooks >= DEAD_LOOKS) {
      this.#lost(client, new Error("it does not answer"));
    }
  }

  async #connect(): Promise<void> {
    const client = clientOf(this.#parts.url);
    client.on("error", (error: unknown) => this.#lost(client, error));
    try {
      await Promise.race([client.connect(), silence()]);
      await this.#readClock(client);
      if (this.#isClosed) throw new Error("it is not wanted any more");
      this.#client = client;
      this.#silentLooks = 0;
      await this.#parts.ready(this);
    } catch (error) {
      this.#client = undefined;
      client.destroy();
      throw error;
    }
  }

  /** Lets a client go that is of no use any more, and looks for another connection. */
  #lost(client: Client, error: unknown): void {
    if (this.#client !== client || this.#isClosed) return;
    this.#client = undefined;
    client.destroy();
    if (this.#isReconnecting) return;
    this.#parts.report("away", reasonOf(error));
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    this.#isReconnecting = true;
    for (let wait = 50; !this.#isClosed; wait = Math.min(wait * 2, 1_000)) {
      // One after the other is the point of it.
      // oxlint-disable-next-line no-await-in-loop
      await setTimeout(wait, undefined, { ref: false });
      try {
        // oxlint-disable-next-line no-await-in-loop
        await this.#connect();
        this.#isReconnecting = false;
        this.#parts.report("back", "it answers again");
        return;
      } catch {
        // Still away.
      }
    }
  }

  #setClock(client: Client): void {
    // Where that fails the connection does, and another one asks again.
    this.#readClock(client).catch(() => undefined);
  }

  async #readClock(client: Client): Promise<void> {
    const before = performance.now();
    const time: unknown = await client.sendCommand(["TIME"]);
    const [seconds, micros] = (time as [string, string]).map(Number);
    const here = (before + performance.now()) / 2;
    this.#clockOffset = Number(seconds) * 1_000 + Number(micros) / 1_000 - here;
  }
}

async function silence(): Promise<never> {
  await setTimeout(CONNECT_WITHIN, undefined, { ref: false });
  throw new Error("it does not answer");
}

/** Whether an error is what Redis itself answered, and in these words. */
function isReply(error: unknown, words = /^/): boolean {
  return error instanceof ErrorReply && words.test(error.message);
}

function reasonOf(error: unknown): string {
  // Where a name has several addresses, the error of all of them has a code and no message.
  const { message = "", code } = error as { message?: string; code?: string };
  return message === "" ? String(code) : message;
}

/** One sentence; without the user and password that an address may hold. */
function unavailable(url: string, cause?: unknown): StoreUnavailable {
  const { protocol, host, pathname } = new URL(url);
  const reason = cause === undefined ? "" : ` (${reasonOf(cause)})`;
  return new StoreUnavailable(
    `The store ${protocol}//${host}${pathname} cannot be reached${reason}.`,
    { cause },
  );
}
