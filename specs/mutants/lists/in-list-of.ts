import { EDITION_NAMES } from "../../contract/clause.ts";
import type { EditionName } from "../../contract/clause.ts";
import { SHOWN } from "../../contract/shown.ts";
import type { Shown } from "../../contract/shown.ts";
import { edited, relabelled, without } from "../change.ts";
import { mutant } from "../mutant.ts";
import type { Mutant } from "../mutant.ts";

/** A list of a page, such as its quick links. */
export interface ListOf {
  readonly clause: string;
  readonly at: string;
  /** The box of the list. */
  readonly selector: string;
  /** An entry of it. */
  readonly item: string;
  /** What of an entry holds its text. */
  readonly named: string;
  /** What the clause wants to be there, in its order. */
  readonly texts: (shown: Shown) => readonly string[];
  readonly editions?: readonly EditionName[];
}

/** Each entry is missing or called otherwise, and the first two have changed places. */
export function inListOf(list: ListOf): Mutant[] {
  const { clause, at, selector, item, named, texts } = list;
  const { editions = EDITION_NAMES } = list;
  const entries = new Map<string, EditionName[]>();
  for (const edition of editions) {
    for (const text of texts(SHOWN[edition])) {
      entries.set(text, [...(entries.get(text) ?? []), edition]);
    }
  }
  const swapped = edited(at, ($) => {
    const [first, second] = $(`${selector} > ${item}`)
      .toArray()
      .filter((entry) => entries.has($(entry).find(named).text().trim()));
    if (first && second) $(second).insertBefore(first);
  });
  return [
    ...[...entries].flatMap(([text, where]) => {
      const entry = `${selector} > ${item}:has(:contains("${text}"))`;
      return [
        mutant(clause, `“${text}” is missing`, without(at, entry), where),
        mutant(
          clause,
          `“${text}” is called otherwise`,
          relabelled(at, `${entry} ${named}`, "Something else"),
          where,
        ),
      ];
    }),
    mutant(clause, "the first two have changed places", swapped, editions),
  ];
}
