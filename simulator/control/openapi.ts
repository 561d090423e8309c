import * as z from "zod";
import { health, refusal, unhealthy } from "./answers.ts";
import type { Operation } from "./operations.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The control plane as OpenAPI 3.1, made from the table that it answers by and the schemas
 * that check its bodies.
 *
 * @param base where the paths begin, such as `/__simulator`
 */
export function openApi(
  operations: readonly Operation[],
  base: string,
  version: string,
): Json {
  const paths: Record<string, Record<string, Json>> = {
    "/health": {
      get: {
        operationId: "getHealth",
        summary: "Whether the simulator answers; needs no token",
        security: [],
        responses: {
          200: content("The simulator answers", health),
          503: content("Its store cannot be reached", unhealthy),
        },
      },
    },
    "/openapi.json": {
      get: {
        operationId: "getOpenapiJson",
        summary: "This description",
        responses: { 200: { description: "This description" } },
      },
    },
    "/scenario.schema.json": {
      get: {
        operationId: "getScenarioSchemaJson",
        summary: "The JSON Schema of scenario files",
        responses: { 200: { description: "The JSON Schema" } },
      },
    },
    "/worlds/{id}/join": {
      post: {
        operationId: "postWorldsIdJoin",
        summary: "Puts this browser into a world, by cookie; needs no token",
        security: [],
        parameters: [inPath("id")],
        responses: { 303: { description: "To the portal, with the cookie" } },
      },
    },
  };
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[operation.method] = describe(operation);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "GST portal simulator: control plane",
      version,
      description:
        "The levers of a simulated GST portal. Every call belongs to a world. Instants are ISO 8601 in UTC, durations ISO 8601. A wrong call changes nothing.",
    },
    servers: [{ url: base }],
    security: [{}, { token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      parameters: {
        World: {
          name: "X-Simulator-World",
          in: "header",
          description: "The world; without it the cookie's, else default",
          schema: { type: "string", pattern: "^[A-Za-z0-9._-]{1,64}$" },
        },
      },
      schemas: { Refusal: toSchema(refusal) },
    },
  };
}

function describe(operation: Operation): Json {
  const { method, path, summary, query, body, answers } = operation;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  return {
    operationId: operationId(method, path),
    summary,
    parameters: [
      { $ref: "#/components/parameters/World" },
      ...names.map(inPath),
      ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
        name,
        in: "query",
        schema: toSchema(schema as z.ZodType),
      })),
    ],
    ...(body && {
      requestBody: { required: true, ...media(toSchema(body)) },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          content("Done", schema),
        ]),
      ),
      ...refusals(names.length > 0),
    },
  };
}

/** `putTaxpayersUsername` for PUT `/taxpayers/:username`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[^A-Za-z]+/).filter(Boolean);
  return (
    method +
    words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("")
  );
}

function inPath(name: string): Json {
  return { name, in: "path", required: true, schema: { type: "string" } };
}

function refusals(canBeUnknown: boolean): Json {
  const refused = media({ $ref: "#/components/schemas/Refusal" });
  return {
    400: { description: "The call was wrong and changed nothing", ...refused },
    401: { description: "The token is missing or wrong", ...refused },
    ...(canBeUnknown && {
      404: { description: "There is none of that name", ...refused },
    }),
  };
}

function content(description: string, schema: z.ZodType | null): Json {
  return { description, ...(schema && media(toSchema(schema))) };
}

function media(schema: Json): Json {
  return { content: { "application/json": { schema } } };
}

/** JSON Schema for what a schema takes, as it is on the wire. */
export function toSchema(schema: z.core.$ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}
