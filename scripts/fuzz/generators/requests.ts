import fc from "fast-check";
import { FRAMINGS } from "../request.ts";
import type { Hostile } from "../request.ts";
import type { Route } from "../routes.ts";
import type { Delivery } from "../wire.ts";
import { body } from "./bodies.ts";
import { headers } from "./headers.ts";
import { aims } from "./targets.ts";

/** What goes over a connection in one go: a request, or several before the first answer. */
export interface Attack {
  readonly requests: readonly Hostile[];
  readonly delivery: Delivery;
}

/** Attacks on a simulator that answers at `routes`. */
export function attacks(routes: readonly Route[]): fc.Arbitrary<Attack> {
  const request: fc.Arbitrary<Hostile> = fc
    .record({
      aim: aims(routes),
      version: fc.oneof(
        { weight: 30, arbitrary: fc.constant("1.1" as const) },
        { weight: 1, arbitrary: fc.constant("1.0" as const) },
      ),
      headers,
      framing: fc.oneof(
        { weight: 20, arbitrary: fc.constant("right" as const) },
        { weight: 2, arbitrary: fc.constantFrom(...FRAMINGS) },
      ),
      content: body,
      isBare: fc.boolean(),
    })
    .map(({ aim, headers: sent, content, isBare, ...rest }) => {
      const { type, text } = content;
      const named = type === undefined ? [] : [["Content-Type", type] as const];
      return aim.method === "GET" && isBare
        ? { ...aim, ...rest, headers: sent, body: "" }
        : { ...aim, ...rest, headers: [...sent, ...named], body: text };
    });
  return fc.record({
    requests: fc.oneof(
      { weight: 9, arbitrary: fc.tuple(request) },
      {
        weight: 1,
        arbitrary: fc.array(request, { minLength: 2, maxLength: 4 }),
      },
    ),
    delivery: fc.oneof(
      { weight: 16, arbitrary: fc.constant("at-once" as const) },
      { weight: 1, arbitrary: fc.constantFrom("in-pieces", "cut") },
    ),
  });
}
