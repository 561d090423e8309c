/**
 * The words of the tour and the guide in one language. `{n}` and the like are filled in;
 * what stands in `[ ]` is a label of the portal and stays in the portal's own language.
 */
export interface Language {
  /** As its speakers call it. */
  readonly name: string;
  readonly tour: Readonly<Record<TourWord, string>>;
  /** By the ids of the steps. */
  readonly steps: Readonly<Record<string, StepWords>>;
  /** By the ids of the stops. */
  readonly stops: Readonly<Record<string, string>>;
  readonly guide: Readonly<Record<GuideWord, string>> & {
    /** What happens after the six steps. */
    readonly notes: readonly Note[];
  };
}

export type TourWord =
  "name" | "step" | "back" | "next" | "leave" | "keys" | "astray" | "lead";

export type GuideWord =
  | "title"
  | "for"
  | "practice"
  | "contents"
  | "notesTitle"
  | "picture"
  | "paused"
  | "finished";

export interface StepWords {
  readonly title: string;
  readonly about: string;
}

export interface Note {
  readonly title: string;
  readonly text: string;
}

/** A piece of a text; a label is in the portal's language. */
export interface Piece {
  readonly text: string;
  readonly isLabel: boolean;
}

/** Fills a text in and takes it apart: `Press [Login]` is a text and a label. */
export function piecesOf(
  text: string,
  values: Readonly<Record<string, string>> = {},
): Piece[] {
  return filled(text, values)
    .split(/\[([^\]]*)\]/)
    .map((piece, index) => ({ text: piece, isLabel: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}

/** A text as it is read out, its labels without a mark. */
export function plain(
  text: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return piecesOf(text, values)
    .map((piece) => piece.text)
    .join("");
}

function filled(
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  return text.replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}
