/** Writes the page of all clauses, docs/clauses.md: `npm run docs:clauses`. */
import { writeFile } from "node:fs/promises";
import { clausesPage } from "./clauses/page.ts";

await writeFile(new URL("../docs/clauses.md", import.meta.url), clausesPage());
