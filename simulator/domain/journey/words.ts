import type { Edition } from "../editions.ts";
import { STEPS } from "./journey.ts";
import { plain } from "./language.ts";
import type { Language } from "./language.ts";

/** What the texts leave open, for an edition. */
export function valuesOf({
  name,
  manageApiAccess,
}: Edition): Readonly<Record<string, string>> {
  const labels = manageApiAccess.durations.map(({ label }) => label);
  return {
    edition: name,
    durations: labels.join(", "),
    shortest: labels[0] ?? "",
    longest: labels.at(-1) ?? "",
  };
}

/** `Step 2 of 6`, in a language. */
export function countOf(step: number, { tour }: Language): string {
  return plain(tour.step, { n: String(step), count: String(STEPS.length) });
}

/** What a step is about, in two or three words. */
export function titleOf(step: number, { steps }: Language): string {
  return steps[STEPS[step - 1]?.id ?? ""]?.title ?? "";
}
