import { connect } from "node:net";
import type { Socket } from "node:net";

/** An answer as it came: bytes, a character each. */
export interface Answer {
  readonly status: number;
  /** Status line and headers. */
  readonly head: string;
  readonly body: string;
}

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

function isStream(head: string): boolean {
  return /\ncontent-type: text\/event-stream/i.test(head);
}

/** The first whole answer in `text`, and how long it is. */
function readAnswer(
  text: string,
  method: string,
): { answer: Answer; length: number } | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = text.slice(0, end + 2);
  const status = Number(head.slice(9, 12));
  const from = end + 4;
  const isBare = status < 200 || status === 204 || status === 304;
  // The control panel's stream of events never ends.
  if (isBare || isStream(head) || method === "HEAD") {
    return { answer: { status, head, body: "" }, length: from };
  }
  if (/\r\ntransfer-encoding: chunked/i.test(head)) {
    const last = /(?:^|\r\n)0\r\n\r\n/.exec(text.slice(from));
    if (!last) return undefined;
    const to = from + last.index + last[0].length;
    const body = text.slice(from, to);
    return { answer: { status, head, body }, length: to };
  }
  const size = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const to = from + size;
  if (text.length < to) return undefined;
  return { answer: { status, head, body: text.slice(from, to) }, length: to };
}
