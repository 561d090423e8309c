/** What the second portal says, written down by hand from the guide and from what is known. */
export interface Words {
  readonly captcha: boolean;
  readonly home: string;
  readonly panel: readonly string[];
  readonly onward?: string;
  readonly ledgers: readonly string[];
  readonly tabs: readonly string[];
  readonly links: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  /** Minutes and name of each duration. */
  readonly periods: readonly (readonly [number, string])[];
  readonly menu: readonly string[];
}

const person = [
  ["GSTIN/UIN", "27BAKER0000Q1ZX"],
  ["Legal Name of Business", "Second Bakery"],
] as const;

const register = [
  ["Constitution of Business", "Partnership"],
  ["Taxpayer Type", "Regular"],
  ["GSTIN / UIN Status", "Active"],
  ["Compliance Rating", "NA"],
] as const;

const places = [
  ["Centre Jurisdiction", "Range II"],
  ["State Jurisdiction", "Ward 9"],
] as const;

export const WORDS: Readonly<Record<"2017" | "2026", Words>> = {
  "2017": {
    captcha: false,
    home: "/services/auth/start",
    panel: [
      "Return Dashboard",
      "Create Challan",
      "View Notice(s) and Order(s)",
    ],
    ledgers: ["Check Cash Balance", "Liability ledger", "Credit ledger"],
    tabs: ["Profile", "Place of Business", "Contacts", "Other Business"],
    links: [
      "Change Password",
      "Manage API Access",
      "Register / Update DSC",
      "Application to Opt for composition Scheme",
      "Amendment",
      "Stock intimation for opting Composition Scheme",
    ],
    facts: [
      ...person,
      ...places,
      ["Date of registration", "03/08/2017"],
      ...register,
    ],
    periods: [
      [360, "6 hrs"],
      [720, "12 hrs"],
      [10_080, "7 days"],
      [43_200, "30 days"],
    ],
    menu: [],
  },
  "2026": {
    captcha: true,
    home: "/services/auth/fowelcome",
    panel: [
      "Return Dashboard",
      "Create Challan",
      "View Notice(s) and Order(s)",
      "Annual Return",
    ],
    onward: "Continue to Dashboard",
    ledgers: [
      "Check Cash Balance",
      "Liability ledger",
      "Credit ledger",
      "Electronic Credit Reversal and Re-claimed Statement",
      "Negative Liability Statement - Regular Taxpayers",
      "RCM Liability/ITC Statement",
      "Application for Unbarring Returns",
    ],
    tabs: [
      "Profile",
      "Place of Business",
      "Geocoded Places of Business",
      "Contacts",
    ],
    links: [
      "History of Amendment",
      "Change Password",
      "Manage API Access",
      "Register / Update DSC",
      "Activate/ Deactivate STAK",
      "Aadhaar Authentication Status",
      "My Registration Certificate",
      "Core Business Activity Status",
      "Bank Account Status",
    ],
    facts: [
      ...person,
      ["Trade Name", "Bread and More"],
      ["Effective Date of registration", "03/08/2017"],
      ...register,
      ...places,
      ["Whether Aadhaar Authenticated?", "No"],
      ["Whether e-KYC Verified?", "No"],
    ],
    periods: [
      [360, "6 hrs"],
      [43_200, "30 days"],
    ],
    menu: ["My Profile", "Change Password", "Register / Update DSC", "Logout"],
  },
};
