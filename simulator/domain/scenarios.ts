import { openWindow } from "./api-access.ts";
import type { ApiAccess } from "./api-access.ts";
import { DURATIONS } from "./editions.ts";
import type { DurationLabel } from "./editions.ts";
import { inventGstin } from "./gstin.ts";
import { createScenario } from "./scenario.ts";
import type { Scenario, ScenarioEntry } from "./scenario.ts";
import { POPUPS, defaultTaxpayer } from "./taxpayer.ts";
import type { Taxpayer } from "./taxpayer.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Access for `label`, opened so long ago that `minutesLeft` of it remain (or are overrun). */
function accessWithMinutesLeft(
  label: DurationLabel,
  minutesLeft: number,
  now: number,
): ApiAccess {
  const duration = DURATIONS[label];
  const since = now - (duration.minutes - minutesLeft) * MINUTE;
  return { chosen: true, window: openWindow(duration, since) };
}

function entry(
  username: string,
  situation: string,
  legalName: string,
  state: string,
  change: (now: number) => Partial<Taxpayer> = () => ({}),
): ScenarioEntry {
  return {
    username,
    situation,
    at: (now) => ({
      ...defaultTaxpayer(username),
      legalName,
      gstin: inventGstin(username, state),
      lastLoginAt: now - 3 * DAY,
      ...change(now),
    }),
  };
}

const defaultScenario = createScenario("default", [
  entry(
    "never_enabled",
    "never chose anything on Manage API Access",
    "Neem Tree Textiles Private Limited",
    "29",
    () => ({ status: "Active pending Verification" }),
  ),
  entry(
    "enabled_30_days",
    "API access on for 30 days from the start",
    "Monsoon Motors Private Limited",
    "27",
    (now) => ({ apiAccess: accessWithMinutesLeft("30 days", 43_200, now) }),
  ),
  entry(
    "minutes_left",
    "API access on, with 5 minutes left",
    "Lotus Lamps Private Limited",
    "33",
    (now) => ({ apiAccess: accessWithMinutesLeft("6 hrs", 5, now) }),
  ),
  entry(
    "run_out",
    "API access for 6 hrs that ended a day ago",
    "Peepal Papers Private Limited",
    "24",
    (now) => ({ apiAccess: accessWithMinutesLeft("6 hrs", -1440, now) }),
  ),
  entry(
    "locked",
    "locked after three wrong passwords",
    "Saffron Stores Private Limited",
    "07",
    () => ({ failedLogins: 3, locked: true }),
  ),
  entry(
    "old_password",
    "the password has expired",
    "Teak Tools Private Limited",
    "09",
    () => ({ passwordExpired: true }),
  ),
  entry(
    "cancelled",
    "the registration has been cancelled",
    "Cedar Crafts Private Limited",
    "08",
    () => ({ status: "Cancelled on application of Taxpayer" }),
  ),
  entry(
    "new_device",
    "edition 2026: a one-time password is asked for at login",
    "Jasmine Journals Private Limited",
    "32",
    () => ({ newDevice: true }),
  ),
  entry(
    "aadhaar_popup",
    "edition 2026: asked for Aadhaar after login",
    "Indigo Inks Private Limited",
    "19",
    () => ({ popups: ["aadhaar"] }),
  ),
  entry(
    "all_popups",
    "edition 2026: asked for everything after login",
    "Tamarind Toys Private Limited",
    "36",
    () => ({ popups: POPUPS }),
  ),
  entry(
    "sessions_full",
    "edition 2026: as many sessions as may be",
    "Kadamba Kilns Private Limited",
    "23",
    () => ({ sessionCap: 0 }),
  ),
]);

/** The scenarios that the simulator brings along. */
export const SCENARIOS: ReadonlyMap<string, Scenario> = new Map(
  [defaultScenario].map((scenario) => [scenario.name, scenario]),
);
