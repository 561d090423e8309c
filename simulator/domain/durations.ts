/** A time span that Manage API Access offers. */
export interface Duration {
  readonly label: DurationLabel;
  readonly minutes: number;
}

export type DurationLabel = "6 hrs" | "12 hrs" | "7 days" | "30 days";

/** Every duration an edition may offer (facts: portal, Decision a). */
export const DURATIONS: Readonly<Record<DurationLabel, Duration>> = {
  "6 hrs": { label: "6 hrs", minutes: 360 },
  "12 hrs": { label: "12 hrs", minutes: 720 },
  "7 days": { label: "7 days", minutes: 10_080 },
  "30 days": { label: "30 days", minutes: 43_200 },
};
