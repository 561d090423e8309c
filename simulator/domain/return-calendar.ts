/** A month for which returns are due, and how far they are. */
export interface ReturnPeriod {
  /** Such as `Oct-26`. */
  readonly label: string;
  readonly outward: "Filed" | "To be Filed";
  readonly summary: "Filed" | "To be Filed";
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * The five months before the one at `now` (epoch milliseconds), oldest first, as the landing
 * page lists them. That a demo taxpayer has only the last one to file is a choice.
 */
export function returnCalendar(now: number): ReturnPeriod[] {
  const date = new Date(now);
  return [5, 4, 3, 2, 1].map((monthsAgo) => {
    const month = new Date(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsAgo, 1),
    );
    const status = monthsAgo === 1 ? "To be Filed" : "Filed";
    const year = String(month.getUTCFullYear()).slice(2);
    return {
      label: `${MONTHS[month.getUTCMonth()] ?? ""}-${year}`,
      outward: status,
      summary: status,
    };
  });
}

/** The quarter at `now`, such as `Oct-Dec 2026`. */
export function quarterOf(now: number): string {
  const date = new Date(now);
  const first = Math.floor(date.getUTCMonth() / 3) * 3;
  return `${MONTHS[first] ?? ""}-${MONTHS[first + 2] ?? ""} ${date.getUTCFullYear()}`;
}

/** The financial years that returns can be filed for at `now`, newest first: `2026-27`, … */
export function financialYears(now: number): string[] {
  const date = new Date(now);
  const isBeforeApril = date.getUTCMonth() < 3;
  const current = date.getUTCFullYear() - (isBeforeApril ? 1 : 0);
  return [0, 1, 2].map((yearsAgo) => {
    const year = current - yearsAgo;
    return `${year}-${String(year + 1).slice(2)}`;
  });
}
