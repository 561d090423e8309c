import { NAMES } from "./contestant.ts";
import type { Name } from "./contestant.ts";
import { median } from "./load.ts";

/** How a row is to come out: so many times a yardstick or another row; else so many units. */
export interface Aim {
  readonly times?: Exclude<Name, "simulator"> | Row;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A row of the report: what each contestant showed, one value a round. */
export class Row {
  readonly title: string;
  readonly #unit: string;
  readonly #aims: readonly Aim[];
  readonly #values: Record<Name, number[]> = {
    simulator: [],
    express: [],
    node: [],
  };

  constructor(title: string, unit: string, ...aims: readonly Aim[]) {
    this.title = title;
    this.#unit = unit;
    this.#aims = aims;
  }

  add(name: Name, value: number): void {
    this.#values[name].push(value);
  }

  median(name: Name): number {
    return median(this.#values[name]);
  }

  /** The medians, and what became of each aim. */
  toString(): string {
    const cells = NAMES.map((name) => {
      const isMeasured = this.#values[name].length > 0;
      return (isMeasured ? shown(this.median(name)) : "").padStart(10);
    });
    const aims = this.#aims.map((aim) => this.#judged(aim)).join(" · ");
    return `${`${this.title} [${this.#unit}]`.padEnd(TITLE)}${cells.join("")}  ${aims}`;
  }

  #judged({ times, atMost = Infinity, atLeast = -Infinity }: Aim): string {
    const ours = this.median("simulator");
    const value =
      times === undefined
        ? ours
        : ours /
          (times instanceof Row
            ? times.median("simulator")
            : this.median(times));
    const name = times instanceof Row ? times.title : times;
    const aim = atMost < Infinity ? `≤ ${atMost}` : `≥ ${atLeast}`;
    const missed = value <= atMost && value >= atLeast ? "" : ", MISSED";
    return name === undefined
      ? `(aim ${aim}${missed})`
      : `${value.toFixed(2)} × ${name} (aim ${aim}${missed})`;
  }
}

const TITLE = 44;

export function heading(): string {
  return `${"".padEnd(TITLE)}${NAMES.map((name) => name.padStart(10)).join("")}  medians, ratios, aims`;
}

function shown(value: number): string {
  return value >= 1000
    ? Math.round(value).toLocaleString("en-US")
    : value.toPrecision(3);
}
