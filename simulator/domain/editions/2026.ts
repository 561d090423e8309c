import { DURATIONS } from "../durations.ts";
import { chrome2026 } from "./2026-chrome.ts";
import type { Edition } from "./edition.ts";

/**
 * Today's portal (facts: portal §3 to §8). Addresses outside this project are a choice but
 * for those of §5; what else was not known is in docs/choices.md.
 */
export const edition2026: Edition = {
  name: "2026",
  chrome: chrome2026,
  session: {
    refererNeeded: true,
    endedByLoginPage: true,
    // That there is a cap is known (facts: portal §7), the number is not: a choice, high
    // enough for a day of tests that never sign out.
    cap: 1_000,
    idleWarning: true,
  },
  home: "/home",
  cookies: true,
  xhr: true,
  login: { captcha: true, decoy: true, deviceCheck: true },
  landing: {
    buttons: [
      {
        label: "Return Dashboard",
        href: "/returns/auth/dashboard",
        mark: "return.gst.gov.in/returns/auth/dashboard",
      },
      { label: "Create Challan", href: "/payment/auth/createchallan" },
      { label: "View Notice(s) and Order(s)", href: "/services/auth/notices" },
      { label: "Annual Return", href: "/returns/auth/annualreturn" },
    ],
    quickLinks: [
      { label: "Check Cash Balance", href: "/payment/auth/ledger/cashledger" },
      { label: "Liability ledger", href: "/returns/auth/ledger/liability" },
      { label: "Credit ledger", href: "/returns/auth/ledger/itcledger" },
      {
        label: "Electronic Credit Reversal and Re-claimed Statement",
        href: "/returns/auth/ledger/reclaim",
      },
      {
        label: "Negative Liability Statement - Regular Taxpayers",
        href: "/returns/auth/ledger/negativeliability",
      },
      {
        label: "RCM Liability/ITC Statement",
        href: "/returns/auth/ledger/rcm",
      },
      {
        label: "Application for Unbarring Returns",
        href: "/returns/auth/unbarring",
      },
    ],
    returnStatus: true,
  },
  returnDashboard: true,
  dashboard: {
    ledgers: [
      "Electronic Liability Register (Return related)",
      "Electronic Cash Ledger",
      "Electronic Credit Ledger",
      "Electronic Credit Reversal and Re-claimed Statement",
      "RCM Liability/ITC Statement",
      "Negative liability statement",
    ],
  },
  profile: {
    quickLinks: [
      {
        label: "History of Amendment",
        href: "/services/auth/historyofamendment",
      },
      { label: "Change Password", href: "/services/auth/changepassword" },
      { label: "Manage API Access", href: "/services/auth/manageapiaccess" },
      {
        label: "Register / Update DSC",
        href: "/registration/auth/register/dsc",
      },
      {
        label: "Activate/ Deactivate STAK",
        href: "/services/auth/stak/reg",
      },
      {
        label: "Aadhaar Authentication Status",
        href: "/services/auth/aadhaarstatus",
      },
      {
        label: "My Registration Certificate",
        href: "/services/auth/registrationcertificate",
      },
      {
        label: "Core Business Activity Status",
        href: "/services/auth/corebussts",
      },
      {
        label: "Bank Account Status",
        href: "/services/auth/bankaccvalidstatus",
      },
    ],
    // Whether Other Business remains is not known (facts: portal §10); leaving it out is a choice.
    tabs: [
      { label: "Profile", shows: "profile" },
      { label: "Place of Business", shows: "place-of-business" },
      { label: "Geocoded Places of Business", shows: "nothing" },
      { label: "Contacts", shows: "contacts" },
    ],
    // The labels are today's; their order is a choice (facts: portal §5).
    fields: [
      { label: "GSTIN/UIN", field: "gstin" },
      { label: "Legal Name of Business", field: "legalName" },
      { label: "Trade Name", field: "tradeName" },
      { label: "Effective Date of registration", field: "registeredOn" },
      { label: "Constitution of Business", field: "constitution" },
      { label: "GSTIN / UIN Status", field: "status" },
      { label: "Taxpayer Type", field: "taxpayerType" },
      { label: "State Jurisdiction", field: "stateJurisdiction" },
      { label: "Centre Jurisdiction", field: "centreJurisdiction" },
      { label: "Compliance Rating", field: "complianceRating" },
      {
        label: "Whether Aadhaar Authenticated?",
        field: "aadhaarAuthenticated",
      },
      { label: "Whether e-KYC Verified?", field: "eKycVerified" },
    ],
  },
  manageApiAccess: {
    durations: [DURATIONS["6 hrs"], DURATIONS["30 days"]],
    help: "Select 'Yes ' or ' No ' to enable or disable API access for your GSTIN/UIN/GSTPID",
    durationHelp:
      "Select duration of your session.Your API session will be active during this duration.After this duration you have to initiate a new session by providing OTP again.",
    // How the portal joins the pieces is not known; full stop and space are a choice.
    enabledText: (duration) =>
      `Your API session will now be active for ${duration}. To continue session after ${duration} you have to again authenticate using OTP.`,
    disabledText: "API access has been disabled with immediate effect.",
    details: true,
  },
};
