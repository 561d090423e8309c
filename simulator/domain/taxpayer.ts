import { choose, neverChosen } from "./api-access.ts";
import type { ApiAccess, ApiAccessChoice } from "./api-access.ts";
import { inventGstin } from "./gstin.ts";

/** The windows that the portal may put over the landing page (facts: portal §4.2). */
export const POPUPS = [
  "aadhaar",
  "place-of-business",
  "core-business",
  "bank-account",
] as const;
export type Popup = (typeof POPUPS)[number];

/** The registered business that signs in. Instants in epoch milliseconds. */
export interface Taxpayer {
  readonly username: string;
  readonly password: string;
  readonly gstin: string;
  readonly legalName: string;
  readonly tradeName?: string;
  readonly apiAccess: ApiAccess;
  /** Wrong passwords since the last right one. */
  readonly failedLogins: number;
  readonly locked: boolean;
  readonly passwordExpired: boolean;
  /** Whether the portal asks for a one-time password at sign-in, as on a new device. */
  readonly newDevice: boolean;
  readonly popups: readonly Popup[];
  /** How many browsers may be signed in at once; the edition's number where it is left out. */
  readonly sessionCap?: number;
  readonly centreJurisdiction: string;
  readonly stateJurisdiction: string;
  /** `YYYY-MM-DD` */
  readonly registeredOn: string;
  readonly constitution: string;
  readonly taxpayerType: string;
  /** The status of the registration; one that starts with `Cancelled` cannot sign in. */
  readonly status: string;
  readonly complianceRating: string;
  readonly people: readonly string[];
  readonly businessActivities: readonly string[];
  readonly address: string;
  readonly email: string;
  readonly mobile: string;
  readonly lastLoginAt?: number;
}

/** The password of every taxpayer who is not given one; it keeps the portal's rule. */
export const DEMO_PASSWORD = "Simulator@1";

/** A taxpayer with nothing special, for `username`; every field can be replaced. */
export function defaultTaxpayer(username: string): Taxpayer {
  return {
    username,
    password: DEMO_PASSWORD,
    gstin: inventGstin(username.toLowerCase()),
    legalName: "Banyan Demo Traders Private Limited",
    apiAccess: neverChosen,
    failedLogins: 0,
    locked: false,
    passwordExpired: false,
    newDevice: false,
    popups: [],
    centreJurisdiction: "NA",
    stateJurisdiction: "Example Ward 000",
    registeredOn: "2017-07-01",
    constitution: "Private Limited Company",
    taxpayerType: "Regular",
    status: "Active",
    complianceRating: "NA",
    people: ["Demo Director One", "Demo Director Two"],
    businessActivities: ["Wholesale Business", "Retail Business"],
    address: "1 Example Street, Example Nagar",
    email: `${username.toLowerCase()}@example.com`,
    mobile: "0000000000",
  };
}

/** The taxpayer after a choice on Manage API Access. */
export function withApiAccess(
  taxpayer: Taxpayer,
  choice: ApiAccessChoice,
  now: number,
): Taxpayer {
  return { ...taxpayer, apiAccess: choose(choice, now) };
}

/** The name that the portal greets with. */
export function displayName(taxpayer: Taxpayer): string {
  return taxpayer.tradeName ?? taxpayer.legalName;
}
