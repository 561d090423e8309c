/** Where a fault can strike: a page with its XHR calls, or the taxpayer API. */
export const FAULT_PLACES = [
  "login",
  "welcome",
  "profile",
  "manage-api-access",
  "taxpayer-api",
] as const;
export type FaultPlace = (typeof FAULT_PLACES)[number];

/** What a fault does instead of the answer, or, for `delay`, before it. */
export const FAULT_KINDS = [
  "error",
  "delay",
  "hang-up",
  "session-expired",
  "maintenance",
  "code",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/**
 * What a sign-in can be refused with that no taxpayer's situation brings about: two failures
 * of the system, and a risk that bars the way (facts: portal §3.3).
 */
export const SIGN_IN_CODES = ["SWEB_8000", "SWEB_8002", "RSK_1001"] as const;
export type SignInCode = (typeof SIGN_IN_CODES)[number];

/** What a call of the taxpayer API can ask for. */
export const API_ACTIONS = [
  "OTPREQUEST",
  "AUTHTOKEN",
  "REFRESHTOKEN",
  "LOGOUT",
  "GETPREF",
  "RETSAVE",
] as const;
export type ApiAction = (typeof API_ACTIONS)[number];

/** "The next `times` times, this place answers so." */
export interface Fault {
  readonly at: FaultPlace;
  readonly kind: FaultKind;
  readonly times: number;
  /** The HTTP status of `error` and `maintenance`. */
  readonly status?: number;
  /** How long the answer waits first, in milliseconds of real time. */
  readonly delay?: number;
  /** The taxpayer API's error code, such as `AUTH4037`, or at `login` a `SignInCode`. */
  readonly code?: string;
  /** Only calls with this action. */
  readonly action?: ApiAction;
  /** Only requests with this HTTP method, in upper case. */
  readonly method?: string;
}

/** A request that a fault may strike. */
export interface FaultTarget {
  readonly at: FaultPlace;
  readonly method: string;
  readonly action?: string | undefined;
}

/** How many faults may be armed at once in a world. */
export const FAULTS_AT_MOST = 1_000;

/** The first fault that strikes the request, and the queue with one strike less of it. */
export function strike(
  queue: readonly Fault[],
  target: FaultTarget,
): { readonly fault?: Fault; readonly queue: readonly Fault[] } {
  const index = queue.findIndex(
    ({ at, method, action }) =>
      at === target.at &&
      (method === undefined || method === target.method) &&
      (action === undefined || action === target.action),
  );
  const fault = queue[index];
  if (!fault) return { queue };
  const left = { ...fault, times: fault.times - 1 };
  return {
    fault,
    queue: queue.toSpliced(index, 1, ...(left.times > 0 ? [left] : [])),
  };
}

/** A fault in a few words, for the journal. */
export function describeFault(fault: Fault): string {
  const what = [fault.kind, fault.code ?? fault.status].filter(Boolean);
  return `${what.join(" ")} at ${fault.at}`;
}
