import * as z from "zod";
import { Refusal } from "./refusal.ts";
import type { RefusalBody } from "./refusal.ts";

const KNOWN = "; known: ";

/** An object that takes no other fields than those of `shape`, and names them when asked for another. */
export function strict<S extends z.core.$ZodLooseShape>(
  shape: S,
): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `Unknown field${KNOWN}${Object.keys(shape).join(", ")}`
        : undefined,
  });
}

/** The value that `schema` makes of `input`, or a `Refusal` (400) that names the first fault. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Refusal(400, explain(result.error.issues[0]));
}

function explain(issue: z.core.$ZodIssue | undefined): RefusalBody {
  if (!issue) return { message: "The body is not valid." };
  if (issue.code === "unrecognized_keys") {
    const path = pathOf([...issue.path, issue.keys[0] ?? ""]);
    const known = issue.message.split(KNOWN)[1]?.split(", ") ?? [];
    return { message: sentence(issue.message), path, known };
  }
  const path = pathOf(issue.path);
  const at = path === "" ? {} : { path };
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    return { message: `Must be one of: ${known.join(", ")}.`, ...at, known };
  }
  return { message: sentence(issue.message), ...at };
}

/** `taxpayers[2].gstin` for `["taxpayers", 2, "gstin"]`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) =>
      typeof part === "number" ? `[${part}]` : `.${String(part)}`,
    )
    .join("")
    .replace(/^\./, "");
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
