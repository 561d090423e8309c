import { fileURLToPath } from "node:url";
import { readLanguages } from "../../simulator/languages.ts";

/** The languages of the tour and the guide; whoever adds one adds a file, and edits no spec. */
export const LANGUAGES = readLanguages(
  fileURLToPath(new URL("../../views/languages", import.meta.url)),
);
export const CODES = [...LANGUAGES.keys()];
