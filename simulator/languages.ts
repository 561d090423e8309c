import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "./domain/journey/language.ts";

/** The languages there are, by their codes (BCP 47). */
export type Languages = ReadonlyMap<string, Language>;

/**
 * Reads every language of a folder, such as `hi.json`: whoever adds a language adds a file.
 *
 * @param directory `languages` among the views
 */
export function readLanguages(directory: string): Languages {
  const files = readdirSync(directory).filter((file) => file.endsWith(".json"));
  return new Map(
    files.toSorted().map((file) => {
      const text = readFileSync(join(directory, file), "utf8");
      return [file.replace(".json", ""), JSON.parse(text) as Language] as const;
    }),
  );
}
