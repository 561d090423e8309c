import type { Duration } from "../durations.ts";

/** The editions there are: the year of which the portal is. */
export type EditionName = "2017" | "2026";

/** A link as the portal words it. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

/** A button of the landing page; `mark` is an address that scripts look for in its `onclick`. */
export interface LandingButton extends Link {
  readonly mark?: string;
}

/** An entry of the navigation bar; one with `items` opens them instead of leading on. */
export interface MenuEntry extends Link {
  readonly items?: readonly Link[];
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
    | "complianceRating"
    | "aadhaarAuthenticated"
    | "eKycVerified";
}

/** A tab of the profile page; `shows` names what its panel holds. */
export interface ProfileTab {
  readonly label: string;
  readonly shows: "profile" | "place-of-business" | "contacts" | "nothing";
}

/** What is round every page. */
export interface Chrome {
  /** Under the site's title; `""` for nothing. */
  readonly subtitle: string;
  /** Whether the skip bar can enlarge the text and raise the contrast. */
  readonly textTools: boolean;
  /** In the header, for who is not signed in. */
  readonly entryLinks: readonly Link[];
  /** The navigation bar after its first entry, which is Dashboard or Home. */
  readonly menu: readonly MenuEntry[];
  readonly footer: readonly {
    readonly heading: string;
    readonly links: readonly Link[];
  }[];
  readonly footerLines: readonly string[];
}

/** The rules for who is, or is not, signed in. */
export interface SessionRules {
  /** Pages after the sign-in's own refuse a visit that comes from nowhere (no Referer). */
  readonly refererNeeded: boolean;
  /** Opening the login page ends a live session. */
  readonly endedByLoginPage: boolean;
  /** How many browsers may be signed in as one taxpayer at once, where there is a limit. */
  readonly cap: number | undefined;
  /** The browser warns before the idle time is over, and signs out by itself after it. */
  readonly idleWarning: boolean;
}

/**
 * The portal as it looked and behaved in an era: what is shown, offered and enforced.
 * Views and handlers read it; none of them asks for its name.
 */
export interface Edition {
  readonly name: EditionName;
  readonly chrome: Chrome;
  /** Where Home leads whom nobody knows yet. */
  readonly home: string;
  readonly session: SessionRules;
  /** The portal's other cookies, besides AuthToken, are set too. */
  readonly cookies: boolean;
  /** Forms are sent by script as JSON, where there is a script. */
  readonly xhr: boolean;
  readonly login: {
    readonly captcha: boolean;
    /** A hidden password field stands before the real one. */
    readonly decoy: boolean;
    /** A one-time password is asked for on a new device. */
    readonly deviceCheck: boolean;
  };
  readonly landing: {
    readonly buttons: readonly LandingButton[];
    readonly quickLinks: readonly Link[];
    /** Return filing preference, and the returns calendar. */
    readonly returnStatus: boolean;
  };
  /** Whether the buttons to the returns open a page. */
  readonly returnDashboard: boolean;
  /** The page with the ledgers that the landing page leads on to, where there is one. */
  readonly dashboard?: { readonly ledgers: readonly string[] };
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
    /** Whether there is a page with the details of it. */
    readonly details: boolean;
  };
}
