import { formatDuration } from "../domain/iso-duration.ts";
import type { Standing } from "../domain/progress.ts";
import type { ProgressAnswer } from "./wire.ts";

/** Where a taxpayer stands, as the control plane tells it. */
export function progressAnswer(
  username: string,
  { reachedAt, spent, inStep, ...rest }: Standing,
): ProgressAnswer {
  return {
    username,
    ...rest,
    reachedAt: reachedAt.map((instant) => new Date(instant).toISOString()),
    spent: formatDuration(spent),
    inStep: formatDuration(inStep),
  };
}
