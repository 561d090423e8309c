/**
 * The path of `known` that is written most like `path`. A segment of a known path that
 * begins with a colon, as in `/taxpayers/:username`, is like any.
 */
export function nearestPath(
  path: string,
  known: readonly string[],
): string | undefined {
  let nearest: string | undefined;
  let least = Infinity;
  const folded = fold(path);
  for (const candidate of known) {
    const other = fold(filled(candidate, path));
    // As many as the lengths differ by must be added: cheaper to know than the distance.
    if (Math.abs(folded.length - other.length) >= least) continue;
    const distance = editDistance(folded, other);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** What is longer than this is no slip of the pen, and would take long to compare. */
const LONGEST = 80;

/** Case, and a slash at the end, make no difference to the simulator's addresses. */
function fold(path: string): string {
  return path.slice(0, LONGEST).toLowerCase().replace(/\/+$/, "");
}

/** A known path with the segments of `path` where it leaves them open. */
function filled(known: string, path: string): string {
  const segments = path.split("/");
  return known
    .split("/")
    .map((part, index) =>
      part.startsWith(":") ? (segments[index] ?? part) : part,
    )
    .join("/");
}

/** How many characters must be added, left out or replaced to make one text the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const kept = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(kept, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
  }
  return row[b.length] ?? 0;
}
