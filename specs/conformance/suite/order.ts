import type { Browser, BrowserContextOptions } from "@playwright/test";
import type { Target } from "../run/browsing.ts";
import type { Visit } from "../visit.ts";

/** What the run of all visits may do, and for whom. */
export interface Order {
  readonly target: Target;
  /** Starts a browser; called again where that has died. */
  readonly launch: () => Promise<Browser>;
  readonly context?: BrowserContextOptions;
  /** All of the edition, unless given. */
  readonly visits?: readonly Visit[];
  /** Whether only what anyone may see is asked for. */
  readonly publicOnly: boolean;
  /**
   * What may be changed: nothing; the taxpayer's API access, which is put back at the end;
   * or all that clauses need, as on a portal that is there to be tried.
   */
  readonly changes: "none" | "put-back" | "free";
  /** Ends the run early; what was changed is put back all the same. */
  readonly signal?: AbortSignal;
  /** Tells a person what is going on. */
  readonly say: (line: string) => void;
  /** Told what a person must do should the run be killed now; `undefined` once nothing. */
  readonly atStake?: (toDo: string | undefined) => void;
  /** Where a sign-in is kept for the next run, if anywhere. */
  readonly sessionFile?: string | undefined;
}

/** Longer than a person takes to type what is asked for, in milliseconds. */
export const PATIENCE = 5 * 60_000;
