import type { Request } from "express";

/** A body as JSON; `undefined` where it is not a JSON object. */
export type JsonBody = Readonly<Record<string, unknown>>;

/** The object in a body that came as bytes, whatever type it claims to have. */
export function jsonBody(req: Request): JsonBody | undefined {
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    const isObject =
      typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as JsonBody) : undefined;
  } catch {
    return undefined;
  }
}

/** A field that is a text and not empty. */
export function textIn(body: JsonBody, name: string): string | undefined {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === "string" ? present(value) : undefined;
}

/** A header that is not empty. */
export function headerOf(req: Request, name: string): string | undefined {
  return present(req.get(name) ?? "");
}

/** A parameter of the address that is there once and not empty. */
export function queryOf(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === "string" ? present(value) : undefined;
}

function present(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}
