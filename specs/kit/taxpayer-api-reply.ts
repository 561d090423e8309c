/** An answer: what was asked for, or the portal's refusal. A refusal is not an exception. */
export type Reply<Content = unknown> =
  | ({ ok: true } & Content & Received)
  | ({ ok: false; code: string; message: string } & Received);

/** The answer as it came: for the curious, and for tests. */
export interface Received {
  httpStatus: number;
  body: WireBody;
}

/** A JSON object on the wire, its status and error as the raw protocol has them. */
export interface WireBody extends Record<string, unknown> {
  status_cd?: unknown;
  error?: { error_cd: string; message: string };
}

/** The reply in an HTTP answer; throws where it is none that the taxpayer API gives. */
export async function replyFrom(response: Response): Promise<Reply> {
  const text = await response.text();
  const body = parse(text);
  const received = { httpStatus: response.status, body: body ?? {} };
  if (body?.status_cd === "1") return { ok: true, ...received };
  if (body?.status_cd === "0" && body.error) {
    const { error_cd: code, message } = body.error;
    return { ok: false, code, message, ...received };
  }
  throw new Error(
    `HTTP ${response.status}, not an answer of the taxpayer API: ${text.slice(0, 200)}`,
  );
}

function parse(text: string): WireBody | undefined {
  try {
    return JSON.parse(text) as WireBody;
  } catch {
    return undefined;
  }
}

/** The text at an address. */
export async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.text();
}

/** The headers that have a value. */
export function withoutGaps(
  headers: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (header): header is [string, string] => header[1] !== undefined,
    ),
  );
}
