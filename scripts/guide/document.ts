import type { Edition } from "../../simulator/domain/editions.ts";
import {
  STEPS,
  straightStops,
} from "../../simulator/domain/journey/journey.ts";
import { piecesOf, plain } from "../../simulator/domain/journey/language.ts";
import type {
  Language,
  Piece,
} from "../../simulator/domain/journey/language.ts";
import { countOf, valuesOf } from "../../simulator/domain/journey/words.ts";

/** The guide to an edition in a language, before it is HTML or Markdown. */
export interface Guide {
  /** Of the language, for `lang`. */
  readonly code: string;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly contents: string;
  readonly steps: readonly GuideStep[];
  readonly notesTitle: string;
  readonly notes: readonly { title: string; text: readonly Piece[] }[];
}

export interface GuideStep {
  /** `Step 2 of 6`. */
  readonly count: string;
  readonly title: string;
  readonly about: readonly Piece[];
  /** In the order of the picture's numbers. */
  readonly stops: readonly (readonly Piece[])[];
  /** What a reader is told who does not see the picture. */
  readonly alt: string;
  /** The picture's file, from the guide's folder. */
  readonly file: string;
}

/** Puts the words of a guide together. */
export function guideOf(
  edition: Edition,
  code: string,
  language: Language,
): Guide {
  const { guide } = language;
  const values = valuesOf(edition);
  return {
    code,
    title: guide.title,
    introduction: [plain(guide.for, values), guide.practice],
    contents: guide.contents,
    steps: STEPS.map(({ id }, index) => {
      const words = language.steps[id];
      const step = index + 1;
      return {
        count: countOf(step, language),
        title: words?.title ?? "",
        about: piecesOf(words?.about ?? "", values),
        stops: straightStops(step, edition).map((stop) =>
          piecesOf(language.stops[stop.id] ?? "", values),
        ),
        alt: plain(guide.picture, { n: String(step) }),
        file: `steps/step-${step}.png`,
      };
    }),
    notesTitle: guide.notesTitle,
    notes: guide.notes.map(({ title, text }) => ({
      title,
      text: piecesOf(text, values),
    })),
  };
}

/** The guide as Markdown, with its pictures beside it. */
export function markdownOf(guide: Guide): string {
  const list = (items: readonly string[]) => items.join("\n");
  const steps = guide.steps.flatMap(
    ({ count, title, about, stops, alt, file }) => [
      `## ${count}: ${title}`,
      inline(about),
      `![${alt}](${file})`,
      list(stops.map((stop, index) => `${index + 1}. ${inline(stop)}`)),
    ],
  );
  const notes = guide.notes.flatMap(({ title, text }) => [
    `### ${title}`,
    inline(text),
  ]);
  return `${[
    `# ${guide.title}`,
    ...guide.introduction,
    ...steps,
    `## ${guide.notesTitle}`,
    ...notes,
  ].join("\n\n")}\n`;
}

function inline(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, isLabel }) => (isLabel ? `**${text}**` : text))
    .join("");
}
