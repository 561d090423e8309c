import type { EditionName } from "./clause.ts";

/** What the real portal shows, word for word where the facts have the words. */
export interface Shown {
  readonly login: typeof LOGIN;
  readonly welcome: {
    readonly buttons: readonly string[];
    readonly quickLinks: readonly string[];
  };
  readonly profile: {
    readonly quickLinks: readonly string[];
    readonly tabs: readonly string[];
    readonly registrationDate: string;
  };
  readonly apiAccess: typeof API_ACCESS & {
    readonly durations: readonly string[];
  };
  readonly session: typeof SESSION;
}

const LOGIN = {
  title: "Goods & Services Tax (GST) | Login",
  firstTime:
    "First time login: If you are logging in for the first time, click here to log in.",
  captchaLabel: "Type the characters you see in the image below",
  captchaHint: "Enter Characters shown below",
  emptyRefused: "Please enter the mandatory fields",
  wrongRefused: "Invalid Username or Password. Please try again",
  wrongCaptcha: "Enter valid Letters shown",
  locked:
    "You have entered a wrong password for 3 consecutive times. Your account has been locked.",
} as const;

const API_ACCESS = {
  label: "Enable API Request",
  help: 'Select "Yes" or "No" to enable or disable API access for your GSTIN/UIN/GSTPID',
  durationHelp:
    "Select duration of your session. Your API session will be active during this duration. After this duration you have to initiate a new session by providing OTP again.",
  unset: "Select",
  enabled: "Your API session will now be active for",
  otpLater:
    "To continue session after … you have to again authenticate using OTP",
  disabled: "API access has been disabled with immediate effect",
} as const;

const SESSION = {
  denied: "Access Denied!",
  deniedText:
    "Your session is expired or you don't have permission to access the requested page.",
  menu: ["My Profile", "Change Password", "Register / Update DSC", "Logout"],
  loggedOut: "You have successfully logged out of GST Portal",
} as const;

export const SHOWN: Readonly<Record<EditionName, Shown>> = {
  "2017": {
    login: LOGIN,
    welcome: {
      buttons: [
        "Return Dashboard",
        "Create Challan",
        "View Notice(s) and Order(s)",
      ],
      quickLinks: ["Check Cash Balance", "Liability ledger", "Credit ledger"],
    },
    profile: {
      quickLinks: [
        "Change Password",
        "Manage API Access",
        "Register / Update DSC",
        "Application to Opt for composition Scheme",
        "Amendment",
        "Stock intimation for opting Composition Scheme",
      ],
      tabs: ["Profile", "Place of Business", "Contacts", "Other Business"],
      registrationDate: "Date of registration",
    },
    apiAccess: {
      ...API_ACCESS,
      durations: ["6 hrs", "12 hrs", "7 days", "30 days"],
    },
    session: SESSION,
  },
  "2026": {
    login: LOGIN,
    welcome: {
      buttons: [
        "Return Dashboard",
        "Create Challan",
        "View Notice(s) and Order(s)",
        "Annual Return",
      ],
      quickLinks: [
        "Check Cash Balance",
        "Liability ledger",
        "Credit ledger",
        "Electronic Credit Reversal and Re-claimed Statement",
        "Negative Liability Statement - Regular Taxpayers",
        "RCM Liability/ITC Statement",
        "Application for Unbarring Returns",
      ],
    },
    profile: {
      quickLinks: [
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
      tabs: [
        "Profile",
        "Place of Business",
        "Geocoded Places of Business",
        "Contacts",
      ],
      registrationDate: "Effective Date of registration",
    },
    apiAccess: { ...API_ACCESS, durations: ["6 hrs", "30 days"] },
    session: SESSION,
  },
};
