import { toSchema } from "./openapi.ts";
import type { Schemas } from "./schemas.ts";

/** The JSON Schema (2020-12) of scenario files, from the schema that checks them. */
export function scenarioJsonSchema({ scenario }: Schemas) {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Scenario of the GST portal simulator",
    description:
      "A named set of taxpayers in named situations. Instants are ISO 8601; what a taxpayer does not say is plain.",
    ...toSchema(scenario),
  };
}
