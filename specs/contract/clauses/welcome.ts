import { BOTH, ONLY_2026 } from "../clause.ts";
import type { Clause } from "../clause.ts";

/** Step 2, the home screen. */
export const welcomeClauses: readonly Clause[] = [
  {
    id: "welcome.breadcrumb",
    step: 2,
    weight: "MUST",
    statement: "The breadcrumb says “Dashboard”.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.last-login",
    step: 2,
    weight: "MUST",
    statement:
      "Who has signed in before reads “Last logged in on DD/MM/YYYY HH:MM”.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.last-login-at-left",
    step: 2,
    weight: "SHOULD",
    statement: "The last login stands on the left side.",
    editions: BOTH,
    evidence: "facts 4.1 [A]",
  },
  {
    id: "welcome.ip",
    step: 2,
    weight: "MUST",
    statement: "A line says “Currently logged in from IP:” and the address.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.ip-at-right",
    step: 2,
    weight: "MUST",
    statement: "The address stands on the right side.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.greeting",
    step: 2,
    weight: "MUST",
    statement: "The taxpayer is greeted: “Welcome NAME to GST Common Portal”.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.navigation-line",
    step: 2,
    weight: "SHOULD",
    statement:
      "A line says “You can navigate to your chosen page through navigation panel given below”.",
    editions: BOTH,
    evidence: "facts 4.1 [A]",
  },
  {
    id: "welcome.filing-preference",
    step: 2,
    weight: "MAY",
    statement:
      "Who files returns each month reads “Return filing preference (…) : Monthly (Change)”.",
    editions: ONLY_2026,
    evidence: "facts 4.1 [A]",
  },
  {
    id: "welcome.returns-calendar",
    step: 2,
    weight: "MAY",
    statement:
      "A table “Returns Calendar (Last 5 return periods)” has the rows GSTR-1/IFF and GSTR-3B.",
    editions: ONLY_2026,
    evidence: "facts 4.1 [A]",
  },
  {
    id: "welcome.buttons",
    step: 2,
    weight: "MUST",
    statement:
      "The navigation panel has, in this order, the buttons Return Dashboard, Create Challan, View Notice(s) and Order(s); today Annual Return too.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [B]",
  },
  {
    id: "welcome.continue",
    step: 2,
    weight: "MUST",
    statement: "Below the panel a button says “Continue to Dashboard”.",
    editions: ONLY_2026,
    evidence: "facts 4.1 [A]",
  },
  {
    id: "welcome.name",
    step: 2,
    weight: "MUST",
    statement: "The name that is greeted stands also above “View Profile”.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.view-profile",
    step: 2,
    weight: "MUST",
    statement: "There is a link “View Profile”.",
    editions: BOTH,
    evidence: "guide 23, 25; facts 4.1 [A]",
  },
  {
    id: "welcome.view-profile-at-right",
    step: 2,
    weight: "MUST",
    statement: "“View Profile” is on the right side of the home screen.",
    editions: BOTH,
    evidence: "guide 23, 25; facts 4.1 [A]",
  },
  {
    id: "welcome.card-gstin",
    step: 2,
    weight: "SHOULD",
    statement: "The GSTIN stands with the name above “View Profile”.",
    editions: ONLY_2026,
    evidence: "facts 4.1 [A]",
  },
  {
    id: "welcome.quick-links",
    step: 2,
    weight: "MUST",
    statement:
      "Under “Quick Links” are, in this order, Check Cash Balance, Liability ledger and Credit ledger; today four more.",
    editions: BOTH,
    evidence: "guide 25; facts 4.1 [A]",
  },
  {
    id: "welcome.quick-links-below",
    step: 2,
    weight: "MUST",
    statement: "The Quick Links stand below “View Profile”.",
    editions: BOTH,
    evidence: "guide 25",
  },
  {
    id: "welcome.leads-to-profile",
    step: 2,
    weight: "MUST",
    statement: "“View Profile” leads to the profile.",
    editions: BOTH,
    evidence: "guide 23; facts 5 [A]",
  },
  {
    id: "welcome.address",
    step: 2,
    weight: "SHOULD",
    statement:
      "The home screen is at /services/auth/fowelcome, for some accounts at /services/auth/dashboard.",
    editions: ONLY_2026,
    evidence: "facts 2 [A]",
  },
  {
    id: "welcome.popup-dismissed",
    step: 2,
    weight: "MAY",
    statement:
      "A window that asks to authenticate Aadhaar has exactly one “Remind me later”, which closes it.",
    editions: ONLY_2026,
    evidence: "facts 4.2 [A]",
  },
];
