import { isOpen } from "../../domain/api-access.ts";
import type { ApiAccess } from "../../domain/api-access.ts";
import {
  FAULT_KINDS,
  FAULT_PLACES,
  describeFault,
} from "../../domain/faults.ts";
import { formatDuration } from "../../domain/iso-duration.ts";
import { formatIst, toIstField } from "../../domain/ist.ts";
import type { World, Worlds } from "../../worlds.ts";
import type { ControlParts } from "../control.ts";

/** How many taxpayers, messages, events and worlds the panel shows at once. */
const SHOWN = 100;

/** What the panel's view shows of a world, as it stands. */
export async function panelModel(
  world: World,
  worlds: Worlds,
  { scenarios }: ControlParts,
  search: string,
) {
  const { portal, clock, header } = world;
  const now = clock.now();
  const needle = search.toLowerCase();
  const taxpayers = (await portal.taxpayers.list()).filter((taxpayer) =>
    [taxpayer.username, taxpayer.gstin, taxpayer.legalName].some((text) =>
      text.toLowerCase().includes(needle),
    ),
  );
  const timed = <T extends { at: number }>(entries: readonly T[]) =>
    entries
      .slice(0, SHOWN)
      .map((entry) => ({ ...entry, at: formatIst(entry.at) }));
  return {
    edition: portal.edition.name,
    durations: portal.edition.manageApiAccess.durations,
    world: world.id,
    worlds: (await worlds.list()).slice(-SHOWN),
    clock: {
      shown: formatIst(now),
      field: toIstField(now),
      offset: offsetInWords(header.clockOffset),
    },
    scenario: world.scenario().name,
    scenarios: [...scenarios.keys()],
    search,
    found: taxpayers.length,
    taxpayers: taxpayers.slice(0, SHOWN).map((taxpayer) => ({
      ...taxpayer,
      situation: world.scenario().entries.get(taxpayer.username.toLowerCase())
        ?.situation,
      access: accessInWords(taxpayer.apiAccess, now),
    })),
    faults: (await portal.faults.list()).map((fault) => ({
      text: describeFault(fault),
      times: fault.times,
    })),
    faultPlaces: FAULT_PLACES,
    faultKinds: FAULT_KINDS,
    messages: timed(await portal.messages.list()),
    journal: timed(await portal.journal.events()),
  };
}

/** The state of a switch for a person: a word for its look, and what there is to say. */
function accessInWords(access: ApiAccess, now: number) {
  if (!access.chosen) return { state: "never", text: "Never chosen" };
  if (!access.window) return { state: "off", text: "Off" };
  const { duration, since, until } = access.window;
  if (isOpen(access, now)) {
    return {
      state: "on",
      text: `On, ${timeSpan(until - now)} left of ${duration}`,
    };
  }
  return since > now
    ? { state: "off", text: `Opens ${formatIst(since)} for ${duration}` }
    : { state: "over", text: `Ran out ${formatIst(until)}` };
}

const UNITS: readonly [name: string, milliseconds: number][] = [
  ["d", 24 * 60 * 60_000],
  ["h", 60 * 60_000],
  ["min", 60_000],
  ["s", 1_000],
];

/** The two largest units of a time span, such as `29 d 23 h`. */
export function timeSpan(milliseconds: number): string {
  const first = UNITS.findIndex(([, size]) => milliseconds >= size);
  if (first === -1) return "under 1 s";
  let rest = milliseconds;
  const parts = UNITS.slice(first, first + 2).map(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count} ${name}` : "";
  });
  return parts.filter(Boolean).join(" ");
}

function offsetInWords(offset: number): string {
  if (offset === 0) return "on real time";
  const ahead = offset > 0;
  const span = timeSpan(Math.abs(offset));
  return `${span} ${ahead ? "ahead of" : "behind"} real time (${formatDuration(offset)})`;
}
