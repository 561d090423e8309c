import { isOpen } from "../domain/api-access.ts";
import type { ApiAccessChoice } from "../domain/api-access.ts";
import type { Edition } from "../domain/editions.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";

/**
 * The switch as browsers send and are told it: `isAPIEnable` Y or N, `exDm` the duration in
 * minutes (facts: portal §6.3, confidence B). `""` is nothing chosen.
 */
export interface WireChoice {
  readonly isAPIEnable: string;
  readonly exDm: string;
}

/** What is wrong with a choice: one sentence, and the field it is about. */
export interface WrongChoice {
  readonly field: keyof WireChoice;
  readonly sentence: string;
}

/** The choice that a form or a call means. The sentences are a choice of ours. */
export function readChoice(
  { isAPIEnable, exDm }: WireChoice,
  { durations }: Edition["manageApiAccess"],
): ApiAccessChoice | WrongChoice {
  if (isAPIEnable === "N") return { enable: false };
  if (isAPIEnable !== "Y") {
    return { field: "isAPIEnable", sentence: "Please select Yes or No." };
  }
  const duration = durations.find(({ minutes }) => String(minutes) === exDm);
  if (duration) return { enable: true, duration };
  const labels = durations.map(({ label }) => label).join(", ");
  return {
    field: "exDm",
    sentence: `Please select the duration: ${labels}.`,
  };
}

/**
 * How the switch stands: nothing for who never chose, No once a window has run out (a choice,
 * facts: portal §6.5). A duration that the edition does not offer is none.
 */
export function standing(
  { apiAccess }: Taxpayer,
  { durations }: Edition["manageApiAccess"],
  now: number,
): WireChoice {
  if (!apiAccess.chosen) return { isAPIEnable: "", exDm: "" };
  if (!isOpen(apiAccess, now)) return { isAPIEnable: "N", exDm: "" };
  const open = durations.find(
    ({ label }) => label === apiAccess.window?.duration,
  );
  return { isAPIEnable: "Y", exDm: String(open?.minutes ?? "") };
}

/** What the portal says after a choice. */
export function confirmation(
  choice: ApiAccessChoice,
  edition: Edition["manageApiAccess"],
): string {
  return choice.enable
    ? edition.enabledText(choice.duration.label)
    : edition.disabledText;
}
