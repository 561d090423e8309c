import { DURATIONS } from "../durations.ts";
import type { Edition } from "./edition.ts";

/**
 * The guide's era (facts: portal §11). The guide shows no text after CONFIRM: those are
 * today's, and how their pieces are joined is a choice (facts: portal §6.1).
 */
export const edition2017: Edition = {
  name: "2017",
  chrome: {
    subtitle: "",
    textTools: false,
    entryLinks: [{ label: "Login", href: "/services/login" }],
    menu: [],
    footer: [],
    footerLines: [],
  },
  session: {
    refererNeeded: false,
    endedByLoginPage: false,
    cap: undefined,
    idleWarning: false,
  },
  home: "/services/login",
  cookies: false,
  xhr: false,
  login: { captcha: false, decoy: false, deviceCheck: false },
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
    returnStatus: false,
  },
  returnDashboard: false,
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
    details: false,
  },
};
