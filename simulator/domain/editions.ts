import { edition2017 } from "./editions/2017.ts";
import { edition2026 } from "./editions/2026.ts";
import type { Edition, EditionName } from "./editions/edition.ts";

export type {
  Edition,
  EditionName,
  Link,
  ProfileField,
  SessionRules,
} from "./editions/edition.ts";
export { DURATIONS } from "./durations.ts";
export type { Duration, DurationLabel } from "./durations.ts";

/** The editions there are, by name. */
export const EDITIONS: ReadonlyMap<EditionName, Edition> = new Map(
  [edition2017, edition2026].map((edition) => [edition.name, edition]),
);
