/** An answer as it came: bytes, a character each. */
export interface Answer {
  readonly status: number;
  /** Status line and headers. */
  readonly head: string;
  readonly body: string;
}

/** Whether an answer never ends: the control panel's stream of events. */
export function isStream(head: string): boolean {
  return /\ncontent-type: text\/event-stream/i.test(head);
}

/** The first whole answer in `text`, to a request of that method, and how long it is. */
export function readAnswer(
  text: string,
  method: string,
): { answer: Answer; length: number } | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = text.slice(0, end + 2);
  const status = Number(head.slice(9, 12));
  const from = end + 4;
  const isBare = status < 200 || status === 204 || status === 304;
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
