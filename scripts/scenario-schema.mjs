// Writes the JSON Schema of scenario files into the docs, from the schemas that check them:
//   node --import tsx scripts/scenario-schema.mjs
import { writeFile } from "node:fs/promises";
import { scenarioJsonSchema } from "../simulator/control/scenario-schema.ts";
import { createSchemas } from "../simulator/control/schemas.ts";
import { EDITIONS } from "../simulator/domain/editions.ts";

// The edition of 2017 offers every duration that any edition has.
const edition = EDITIONS.get("2017");
if (!edition) throw new Error("There is no edition 2017.");
await writeFile(
  new URL("../docs/scenario.schema.json", import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(createSchemas(edition)), undefined, 2)}\n`,
);
