import type { Message } from "../domain/messages.ts";
import type { PortalContext } from "./context.ts";

/** What one world's portal has sent to its taxpayers; nothing leaves the simulator. */
export class Messages {
  readonly #context: PortalContext;

  constructor(context: PortalContext) {
    this.#context = context;
  }

  /** Sends a message, at the world's now. */
  async send(message: Omit<Message, "at">): Promise<void> {
    const { store, world, clock } = this.#context;
    await store.append(world, "messages", { at: clock.now(), ...message });
  }

  /** All messages, or those to one taxpayer, newest first. */
  async list(username?: string): Promise<Message[]> {
    const { store, world } = this.#context;
    const messages = await store.entries(world, "messages");
    return username === undefined ? messages : messages.filter(isTo(username));
  }

  /** Forgets all messages, or those to one taxpayer. */
  async clear(username?: string): Promise<void> {
    const { store, world } = this.#context;
    await store.clearLog(
      world,
      "messages",
      username === undefined ? undefined : isTo(username),
    );
  }
}

function isTo(username: string): (message: Message) => boolean {
  const key = username.toLowerCase();
  return (message) => message.username.toLowerCase() === key;
}
