import { connect } from "node:net";
import type { Socket } from "node:net";
import { isStream, readAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";

/** How bytes are sent. `cut`: only the first half, then no more. */
export type Delivery = "at-once" | "in-pieces" | "cut";

/** What came of it. */
export interface Reply {
  readonly answers: readonly Answer[];
  /** From the last byte sent to the end, in milliseconds. */
  readonly took: number;
}

/** Nothing honest or dishonest takes longer to answer, in milliseconds. */
const HANGS_AFTER = 5_000;
/** How long an unused connection is trusted, in milliseconds: Node closes it after 5 s. */
const KEPT_FOR = 2_000;
/** How long an incomplete request is left open before the client hangs up, in milliseconds. */
const PATIENCE = 25;

/**
 * A client without manners. It keeps its connection while answers are whole, and opens
 * another one when the server has closed it.
 */
export class Wire {
  readonly #port: number;
  readonly #host: string;
  #socket: Socket | undefined;
  #usedAt = 0;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#host = hostname;
    this.#port = Number(port);
  }

  /**
   * Sends bytes and resolves to the answers: as many as there are `methods`, fewer where the
   * server closes. Of an incomplete request (`isWhole` false) none may be owed. Rejects where
   * the server neither answers nor closes.
   */
  async exchange(
    bytes: Buffer,
    methods: readonly string[],
    delivery: Delivery,
    isWhole: boolean,
  ): Promise<Reply> {
    const socket = await this.#open();
    const mayKeep = isWhole && delivery !== "cut";
    // Listening first: an answer may come before all is sent.
    const collected = collect(socket, methods, !mayKeep);
    await deliver(socket, bytes, delivery);
    const sentAt = performance.now();
    const answers = await collected;
    this.#usedAt = performance.now();
    const isLast = answers.some(
      ({ head }) => /\nconnection: close/i.test(head) || isStream(head),
    );
    if (!mayKeep || isLast) this.close();
    return { answers, took: this.#usedAt - sentAt };
  }

  close(): void {
    // No polite end: thousands of them would use up the machine's ports.
    this.#socket?.resetAndDestroy();
    this.#socket = undefined;
  }

  async #open(): Promise<Socket> {
    const isFresh = performance.now() - this.#usedAt < KEPT_FOR;
    if (isFresh && this.#socket?.writable && !this.#socket.readableEnded) {
      return this.#socket;
    }
    this.close();
    const socket = connect(this.#port, this.#host).setNoDelay(true);
    this.#socket = socket;
    await new Promise((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    socket.removeAllListeners("error");
    // A reset is one of the ways in which a server closes.
    socket.on("error", () => undefined);
    return socket;
  }
}

async function deliver(
  socket: Socket,
  bytes: Buffer,
  delivery: Delivery,
): Promise<void> {
  if (delivery === "at-once") {
    socket.write(bytes);
    return;
  }
  const part = Math.ceil(bytes.length / (delivery === "cut" ? 2 : 7));
  const end = delivery === "cut" ? part : bytes.length;
  for (let at = 0; at < end; at += part) {
    socket.write(bytes.subarray(at, Math.min(at + part, end)));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

function collect(
  socket: Socket,
  methods: readonly string[],
  mayEnd: boolean,
): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    let text = "";
    const finish = (settle: () => void) => {
      clearTimeout(hang);
      clearTimeout(patience);
      socket.off("data", take).off("close", closed);
      settle();
    };
    const take = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      for (;;) {
        const next = readAnswer(text, methods[answers.length] ?? "GET");
        if (!next) break;
        text = text.slice(next.length);
        if (next.answer.status >= 200) answers.push(next.answer);
      }
      const isAll = answers.length >= methods.length;
      // Behind a stream there is no answer to wait for.
      if (isAll || answers.some(({ head }) => isStream(head))) {
        finish(() => resolve(answers));
      }
    };
    const closed = () => finish(() => resolve(answers));
    const hang = setTimeout(
      () => finish(() => reject(new Error("It hangs."))),
      HANGS_AFTER,
    );
    const patience = mayEnd
      ? setTimeout(() => socket.end(), PATIENCE)
      : undefined;
    socket.on("data", take).on("close", closed);
  });
}
