import type { Answer } from "./answer.ts";

/** What came of all requests so far. */
export class Tally {
  requests = 0;
  /** The slowest exchange, in milliseconds. */
  slowest = 0;
  /** What was seen once, and not again when the same was sent to a fresh world. */
  readonly passing: string[] = [];
  readonly #byClass = new Map<string, number>();

  add(requests: number, answers: readonly Answer[], took: number): void {
    this.requests += requests;
    this.slowest = Math.max(this.slowest, took);
    for (const { status } of answers) {
      this.#count(`${Math.floor(status / 100)}xx`, 1);
    }
    this.#count("no answer", requests - answers.length);
  }

  toString(): string {
    const counts = [...this.#byClass].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return counts
      .map(([name, count]) => `${name} ${count.toLocaleString("en")}`)
      .join(", ");
  }

  #count(name: string, by: number): void {
    this.#byClass.set(name, (this.#byClass.get(name) ?? 0) + by);
  }
}
