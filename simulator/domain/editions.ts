/** A time span that Manage API Access offers. */
export interface Duration {
  readonly label: DurationLabel;
  readonly minutes: number;
}

export type DurationLabel = "6 hrs" | "12 hrs" | "7 days" | "30 days";

/** Every duration an edition may offer (facts: portal, Decision a). */
export const DURATIONS: Readonly<Record<DurationLabel, Duration>> = {
  "6 hrs": { label: "6 hrs", minutes: 360 },
  "12 hrs": { label: "12 hrs", minutes: 720 },
  "7 days": { label: "7 days", minutes: 10_080 },
  "30 days": { label: "30 days", minutes: 43_200 },
};

/** A link as the portal words it. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

/** A box of the profile's first tab; `field` names the taxpayer's datum shown in it. */
export interface ProfileField {
  readonly label: string;
  readonly field:
    | "gstin"
    | "legalName"
    | "tradeName"
    | "centreJurisdiction"
    | "stateJurisdiction"
    | "registeredOn"
    | "constitution"
    | "taxpayerType"
    | "status"
    | "complianceRating";
}

/** A tab of the profile page; `shows` names what its panel holds. */
export interface ProfileTab {
  readonly label: string;
  readonly shows: "profile" | "place-of-business" | "contacts" | "nothing";
}

/**
 * The portal as it looked and behaved in an era: what is shown, offered and enforced.
 * Views and handlers read it; none of them asks for its name.
 */
export interface Edition {
  readonly name: string;
  readonly landing: {
    readonly buttons: readonly Link[];
    readonly quickLinks: readonly Link[];
  };
  readonly profile: {
    readonly quickLinks: readonly Link[];
    readonly tabs: readonly ProfileTab[];
    readonly fields: readonly ProfileField[];
  };
  readonly manageApiAccess: {
    readonly durations: readonly Duration[];
    readonly help: string;
    readonly durationHelp: string;
    /** The text shown after Yes, for the label of a duration. */
    enabledText(duration: string): string;
    readonly disabledText: string;
  };
}

/**
 * The guide's era (facts: portal §11). The guide shows no text after CONFIRM: those are
 * today's, and how their pieces are joined is a choice (facts: portal §6.1).
 */
const edition2017: Edition = {
  name: "2017",
  landing: {
    buttons: [
      { label: "Return Dashboard", href: "/returns/auth/dashboard" },
      { label: "Create Challan", href: "/payment/auth/createchallan" },
      {
        label: "View Notice(s) and Order(s)",
        href: "/services/auth/notices",
      },
    ],
    quickLinks: [
      { label: "Check Cash Balance", href: "/payment/auth/ledger/cashledger" },
      { label: "Liability ledger", href: "/returns/auth/ledger/liability" },
      { label: "Credit ledger", href: "/returns/auth/ledger/itcledger" },
    ],
  },
  profile: {
    quickLinks: [
      { label: "Change Password", href: "/services/auth/changepassword" },
      { label: "Manage API Access", href: "/services/auth/manageapiaccess" },
      {
        label: "Register / Update DSC",
        href: "/registration/auth/register/dsc",
      },
      {
        label: "Application to Opt for composition Scheme",
        href: "/registration/auth/composition/optin",
      },
      { label: "Amendment", href: "/registration/auth/amendment" },
      {
        label: "Stock intimation for opting Composition Scheme",
        href: "/registration/auth/composition/stock",
      },
    ],
    tabs: [
      { label: "Profile", shows: "profile" },
      { label: "Place of Business", shows: "place-of-business" },
      { label: "Contacts", shows: "contacts" },
      { label: "Other Business", shows: "nothing" },
    ],
    fields: [
      { label: "GSTIN/UIN", field: "gstin" },
      { label: "Legal Name of Business", field: "legalName" },
      { label: "Centre Jurisdiction", field: "centreJurisdiction" },
      { label: "State Jurisdiction", field: "stateJurisdiction" },
      { label: "Date of registration", field: "registeredOn" },
      { label: "Constitution of Business", field: "constitution" },
      { label: "Taxpayer Type", field: "taxpayerType" },
      { label: "GSTIN / UIN Status", field: "status" },
      { label: "Compliance Rating", field: "complianceRating" },
    ],
  },
  manageApiAccess: {
    durations: [
      DURATIONS["6 hrs"],
      DURATIONS["12 hrs"],
      DURATIONS["7 days"],
      DURATIONS["30 days"],
    ],
    help: 'Select "Yes" or "No" to enable or disable API access for your GSTIN/UIN/GSTPID',
    durationHelp:
      "Select duration of your session. Your API session will be active during this duration. After this duration you have to initiate a new session by providing OTP again.",
    enabledText: (duration) =>
      `Your API session will now be active for ${duration}. To continue session after ${duration} you have to again authenticate using OTP.`,
    disabledText: "API access has been disabled with immediate effect.",
  },
};

/** The editions there are, by name. */
export const EDITIONS: ReadonlyMap<string, Edition> = new Map(
  [edition2017].map((edition) => [edition.name, edition]),
);
