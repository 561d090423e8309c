const OFFSET = 330 * 60_000;

/** `DD/MM/YYYY HH:MM` in Indian Standard Time, as the portal writes instants. */
export function formatIst(instant: number): string {
  const [date = "", time = ""] = new Date(instant + OFFSET)
    .toISOString()
    .split("T");
  return `${formatDate(date)} ${time.slice(0, 5)}`;
}

/** `DD/MM/YYYY` from `YYYY-MM-DD`, as the portal writes dates. */
export function formatDate(date: string): string {
  return date.split("-").toReversed().join("/");
}
