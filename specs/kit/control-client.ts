import type { Control, JournalQuery } from "../../simulator/index.ts";

/** Where a control plane is, and which world's levers are meant. */
export interface ControlAddress {
  /** The simulator's address, such as `http://127.0.0.1:1707`. */
  readonly url: string;
  /** `default` where it is left out. */
  readonly world?: string;
  /** The token that the simulator was started with, where it has one. */
  readonly token?: string | undefined;
}

/** A call that the control plane refused; nothing has changed by it. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The levers of a world on a simulator that runs anywhere, over HTTP. */
export function controlClient(address: ControlAddress): Control {
  const call = caller(address);
  const at = (username: string) => `taxpayers/${encodeURIComponent(username)}`;
  return {
    reset: () => call("POST", "reset"),
    scenario: (scenario) =>
      scenario === undefined
        ? call("GET", "scenario")
        : call(
            "PUT",
            "scenario",
            typeof scenario === "string" ? { name: scenario } : scenario,
          ),
    taxpayers: () => call("GET", "taxpayers"),
    taxpayer: (username) => call("GET", at(username)),
    putTaxpayer: (taxpayer) => call("PUT", at(taxpayer.username), taxpayer),
    patchTaxpayer: (username, fields) => call("PATCH", at(username), fields),
    deleteTaxpayer: (username) => call("DELETE", at(username)),
    resetTaxpayer: (username) => call("POST", `${at(username)}/reset`),
    progress: () => call("GET", "progress"),
    now: async () =>
      new Date((await call<{ now: string }>("GET", "clock")).now),
    setNow: (instant) =>
      call("PUT", "clock", { now: new Date(instant).toISOString() }),
    advance: (by) => call("POST", "clock/advance", { by }),
    faults: () => call("GET", "faults"),
    addFault: (fault) => call("POST", "faults", fault),
    clearFaults: () => call("DELETE", "faults"),
    messages: (username) => call("GET", `messages${search({ username })}`),
    clearMessages: (username) =>
      call("DELETE", `messages${search({ username })}`),
    captcha: () => call("GET", "captcha"),
    journal: (query = {}) => call("GET", `journal${search(query)}`),
    clearJournal: (query = {}) => call("DELETE", `journal${search(query)}`),
  };
}

/** Ends a world and all that is in it. */
export async function endWorld(address: ControlAddress): Promise<void> {
  const world = encodeURIComponent(address.world ?? "default");
  await caller(address)("DELETE", `worlds/${world}`);
}

/** The headers that name a world and show the token. */
export function controlHeaders({
  world,
  token,
}: Omit<ControlAddress, "url">): Record<string, string> {
  return {
    ...(world !== undefined && { "X-Simulator-World": world }),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  };
}

function caller(address: ControlAddress) {
  return async <T = void>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> => {
    const answer = await fetch(new URL(`/__simulator/${path}`, address.url), {
      method,
      headers: {
        ...controlHeaders(address),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ControlError(answer.status, explain(text));
    return (text === "" ? undefined : JSON.parse(text)) as T;
  };
}

/** The sentence in a refusal, with the path of the field it is about. */
function explain(text: string): string {
  try {
    const { error } = JSON.parse(text) as {
      error: { message: string; path?: string };
    };
    return error.path ? `${error.path}: ${error.message}` : error.message;
  } catch {
    return text.slice(0, 200);
  }
}

function search(query: JournalQuery): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  return `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString()}`;
}
