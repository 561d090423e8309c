import type { Request } from "express";

/**
 * A field of a posted form as text, `""` where it is missing. Of a repeated field the last
 * one counts, as the visible one comes last on the portal's login form.
 */
export function field(req: Request, name: string): string {
  const body = req.body as Record<string, unknown> | undefined;
  const value = body && Object.hasOwn(body, name) ? body[name] : undefined;
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === "string" ? last : "";
}
