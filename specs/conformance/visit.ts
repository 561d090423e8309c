import type { EditionName } from "../contract/clause.ts";
import type { Shown } from "../contract/shown.ts";
import type { Browsing } from "./run/browsing.ts";
import type { Finding } from "./finding.ts";
import type { View } from "./view/view.ts";

/** What an arrival saw on its way and a look needs to know. */
export type Notes = Readonly<Record<string, string>>;

/** Judges one clause by what is seen. */
export type Look = (view: View, shown: Shown, notes: Notes) => Finding;

/** A page that markup alone can be judged for, as `check-page` calls it. */
export const SAVED_PAGES = [
  "login",
  "welcome",
  "profile",
  "manage-api-access",
] as const;
export type SavedPage = (typeof SAVED_PAGES)[number];

/** A place that a browser is brought to, and the clauses that are judged there. */
export interface Visit {
  /** A sentence about the portal. */
  readonly sentence: string;
  readonly as: "visitor" | "taxpayer";
  /**
   * What it does to the portal: `reads`; `tries` sends a sign-in that is refused; `changes`
   * the taxpayer's API access; `locks` the account.
   */
  readonly does: "reads" | "tries" | "changes" | "locks";
  /** Missing where it concerns all. */
  readonly editions?: readonly EditionName[];
  /** Set where the place is a page as it opens, which a person may save. */
  readonly page?: SavedPage;
  /** Throws where the place cannot be reached. Looks are taken until all are content. */
  readonly arrive: (browsing: Browsing) => Promise<Notes | undefined>;
  /** By the id of the clause. */
  readonly looks: Readonly<Record<string, Look>>;
}
