/** The portal as it looked and behaved in an era. */
export type EditionName = "2017" | "2026";

export const EDITION_NAMES = ["2017", "2026"] as const;

/**
 * How much a clause binds, as in RFC 2119. A portal that lacks a MUST or a SHOULD fails it; a
 * MAY describes what scripts find on the real portal, and a portal without it is not judged.
 */
export type Weight = "MUST" | "SHOULD" | "MAY";

/** One checkable statement about the portal. Its id never changes its meaning. */
export interface Clause {
  /** `subject.what`, such as `login.username`. */
  readonly id: string;
  /** The step of the guide that it belongs to; `null` for what the guide does not tell. */
  readonly step: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly weight: Weight;
  readonly statement: string;
  readonly editions: readonly EditionName[];
  /**
   * Where it is known from: `guide` and a line of it, or `facts` and a section, with how sure
   * they are: A read in the portal's own files, B two sources, C one source, choice.
   */
  readonly evidence: string;
}

export const BOTH: readonly EditionName[] = EDITION_NAMES;
export const ONLY_2017: readonly EditionName[] = ["2017"];
export const ONLY_2026: readonly EditionName[] = ["2026"];
