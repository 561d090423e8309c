import type { Request } from "express";

/** A field of a posted form as text, `""` where it is missing. */
export function field(req: Request, name: string): string {
  const body = req.body as Record<string, unknown> | undefined;
  const value = body && Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === "string" ? value.trim() : "";
}
