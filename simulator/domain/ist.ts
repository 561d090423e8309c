const OFFSET = 330 * 60_000;

/** `DD/MM/YYYY HH:MM` in Indian Standard Time, as the portal writes instants. */
export function formatIst(instant: number): string {
  const there = new Date(instant + OFFSET);
  const year = String(there.getUTCFullYear()).padStart(4, "0");
  const date = `${two(there.getUTCDate())}/${two(there.getUTCMonth() + 1)}/${year}`;
  return `${date} ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

function two(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/** `DD/MM/YYYY` from `YYYY-MM-DD`, as the portal writes dates. */
export function formatDate(date: string): string {
  return date.split("-").toReversed().join("/");
}

/** `YYYY-MM-DDTHH:MM` in Indian Standard Time, as a browser's field for an instant has it. */
export function toIstField(instant: number): string {
  return new Date(instant + OFFSET).toISOString().slice(0, 16);
}

/** The instant of a `YYYY-MM-DDTHH:MM` in Indian Standard Time. */
export function fromIstField(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(text)) {
    return undefined;
  }
  const utc = Date.parse(`${text}Z`);
  return Number.isNaN(utc) ? undefined : utc - OFFSET;
}
