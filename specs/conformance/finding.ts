/** What came of looking for a clause. */
export type Finding =
  | {
      readonly result: "pass" | "fail";
      readonly expected: string;
      readonly observed: string;
    }
  | { readonly result: "not-run"; readonly reason: string };

/** A clause that holds, or not. */
export function holds(
  pass: boolean,
  expected: string,
  observed: string,
): Finding {
  return { result: pass ? "pass" : "fail", expected, observed };
}

/** A clause that could not be judged, and why. */
export function notRun(reason: string): Finding {
  return { result: "not-run", reason };
}

/** How a list reads in a report. */
export function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 40).map((text) => `“${text}”`);
  return shown.length > 0 ? shown.join(", ") : "nothing";
}

/** The beginning of a long text. */
export function brief(text: string, length = 160): string {
  return text.length > length
    ? `${text.slice(0, length)} …`
    : text || "nothing";
}
