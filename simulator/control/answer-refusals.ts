import type { NextFunction, Request, Response } from "express";
import { Refusal } from "./refusal.ts";

/** Answers a wrong call with what was wrong; what is no fault of the caller's goes on. */
export function answerRefusals(
  error: unknown,
  _req: Request,
  res: Response,
  next: NextFunction,
): void {
  if (error instanceof Refusal) {
    res.status(error.status).json({ error: error.body });
    return;
  }
  const { status, type } = (error ?? {}) as {
    status?: unknown;
    type?: unknown;
  };
  if (typeof status === "number" && status < 500) {
    res.status(status).json({ error: { message: sentenceFor(type) } });
    return;
  }
  next(error);
}

/** What is wrong with a request that could not be read, by body-parser's name for it. */
function sentenceFor(type: unknown): string {
  switch (type) {
    case "entity.too.large":
      return "The body is larger than 32 MB.";
    case "entity.parse.failed":
      return "The body is not valid JSON.";
    default:
      return "The request cannot be read: its address or the encoding of its body is malformed.";
  }
}
