import { BOTH } from "../contract/clause.ts";
import type { EditionName } from "../contract/clause.ts";
import type { Change } from "./change.ts";

/** A way in which a portal could differ from the real one. */
export interface Mutant {
  /** What is different, as a sentence's end: “the list offers no 6 hrs”. */
  readonly name: string;
  /** The clauses that must fail. */
  readonly clauses: readonly string[];
  readonly editions: readonly EditionName[];
  readonly change: Change;
}

/** A line of a list of mutants; several clauses are separated by spaces. */
export function mutant(
  clauses: string,
  name: string,
  change: Change,
  editions: readonly EditionName[] = BOTH,
): Mutant {
  return { name, clauses: clauses.split(" "), editions, change };
}
