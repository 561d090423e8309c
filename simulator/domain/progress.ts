import { STEPS } from "./journey/journey.ts";
import type { Taxpayer } from "./taxpayer.ts";

/**
 * How far a taxpayer has come in the guide's six steps: when each was first reached, in
 * epoch milliseconds on the world's clock. There are as many as steps reached.
 */
export interface Progress {
  readonly reachedAt: readonly number[];
}

/**
 * The progress of somebody who is seen at `step` (1 to 6) at `now`. Who went past a step
 * has reached it too, then at the latest; nobody goes back.
 */
export function withStep(
  progress: Progress | undefined,
  step: number,
  now: number,
): Progress {
  const reachedAt = progress?.reachedAt ?? [];
  const missing = Math.max(0, step - reachedAt.length);
  return { reachedAt: [...reachedAt, ...Array<number>(missing).fill(now)] };
}

/** Why somebody may need help. */
export const TROUBLES = ["locked", "wrong-password", "waiting"] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Where a taxpayer stands. Time spans in milliseconds. */
export interface Standing {
  /** How many steps are reached, 0 to 6. */
  readonly step: number;
  readonly reachedAt: readonly number[];
  /** From the first sign-in until now, or to the last step. */
  readonly spent: number;
  /** Since the step that was reached last; 0 before the first and after the sixth. */
  readonly inStep: number;
  readonly trouble?: Trouble;
}

/** Who has been in one step for so long may be stuck; a choice. */
export const STUCK_AFTER = 3 * 60_000;

export function standingOf(
  { locked, failedLogins }: Pick<Taxpayer, "locked" | "failedLogins">,
  progress: Progress | undefined,
  now: number,
): Standing {
  const reachedAt = progress?.reachedAt ?? [];
  const step = reachedAt.length;
  const first = reachedAt[0] ?? now;
  const last = reachedAt.at(-1) ?? now;
  const isDone = step === STEPS.length;
  // A clock that was put back would make these negative.
  const spent = Math.max(0, (isDone ? last : now) - first);
  const inStep = isDone ? 0 : Math.max(0, now - last);
  const trouble = troubleOf(locked, failedLogins, inStep);
  return { step, reachedAt, spent, inStep, ...(trouble && { trouble }) };
}

function troubleOf(
  locked: boolean,
  failedLogins: number,
  inStep: number,
): Trouble | undefined {
  if (locked) return "locked";
  if (failedLogins > 0) return "wrong-password";
  return inStep >= STUCK_AFTER ? "waiting" : undefined;
}
