const FORM =
  /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The milliseconds of an ISO 8601 duration such as `PT6H`, `P30D` or `-PT0.5S`; `undefined`
 * for anything else. Months and years have no fixed length and are not taken.
 */
export function parseDuration(text: string): number | undefined {
  const match = FORM.exec(text);
  if (!match || !/\d[A-Z]$/.test(text)) return undefined;
  const [, sign, weeks, days, hours, minutes, seconds] = match;
  const milliseconds =
    Number(weeks ?? 0) * 7 * DAY +
    Number(days ?? 0) * DAY +
    Number(hours ?? 0) * HOUR +
    Number(minutes ?? 0) * MINUTE +
    Math.round(Number(seconds ?? 0) * SECOND);
  return sign ? -milliseconds : milliseconds;
}

/** An ISO 8601 duration for a number of milliseconds, in days, hours, minutes and seconds. */
export function formatDuration(milliseconds: number): string {
  const rest = Math.abs(milliseconds);
  const days = Math.floor(rest / DAY);
  const time = [
    [Math.floor((rest % DAY) / HOUR), "H"],
    [Math.floor((rest % HOUR) / MINUTE), "M"],
    [(rest % MINUTE) / SECOND, "S"],
  ]
    .filter(([amount]) => amount !== 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join("");
  const text = `P${days > 0 ? `${days}D` : ""}${time && `T${time}`}`;
  return `${milliseconds < 0 ? "-" : ""}${text === "P" ? "PT0S" : text}`;
}
