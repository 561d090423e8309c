import { BOTH, ONLY_2026 } from "../clause.ts";
import type { Clause } from "../clause.ts";

/** A box of the profile: a label with the taxpayer's datum. */
function box(
  what: string,
  label: string,
  evidence: string,
  editions = BOTH,
): Clause {
  return {
    id: `profile.${what}`,
    step: 3,
    weight: "MUST",
    statement: `The profile shows ${label}.`,
    editions,
    evidence,
  };
}

/** Step 3, the profile. */
export const profileClauses: readonly Clause[] = [
  {
    id: "profile.address",
    step: 3,
    weight: "SHOULD",
    statement: "The profile is at /services/auth/myprofile.",
    editions: BOTH,
    evidence: "facts 5 [A]",
  },
  {
    id: "profile.breadcrumb",
    step: 3,
    weight: "SHOULD",
    statement: "The breadcrumb says “Dashboard”, “My Profile”.",
    editions: BOTH,
    evidence: "facts 5 [A]",
  },
  {
    id: "profile.quick-links",
    step: 3,
    weight: "MUST",
    statement:
      "Under “Quick Links” are, in the edition's order, its links, Change Password, Manage API Access and Register / Update DSC among them.",
    editions: BOTH,
    evidence: "guide 27–36; facts 5 [B]",
  },
  {
    id: "profile.link-addresses",
    step: 3,
    weight: "MAY",
    statement:
      "The Quick Links lead to /services/auth/ and historyofamendment, changepassword, manageapiaccess, stak/reg, aadhaarstatus, corebussts and bankaccvalidstatus.",
    editions: ONLY_2026,
    evidence: "facts 5 [A]",
  },
  {
    id: "profile.quick-links-at-left",
    step: 3,
    weight: "MUST",
    statement: "The Quick Links are on the left side.",
    editions: BOTH,
    evidence: "guide 27; facts 5 [B]",
  },
  {
    id: "profile.tabs",
    step: 3,
    weight: "MUST",
    statement:
      "There are, in this order, the tabs Profile, Place of Business, Contacts, Other Business; today Geocoded Places of Business is the third, and Other Business is in doubt.",
    editions: BOTH,
    evidence: "guide 38–41; facts 5 [B]",
  },
  {
    id: "profile.tabs-switch",
    step: 3,
    weight: "SHOULD",
    statement: "Another tab shows something else than the first.",
    editions: BOTH,
    evidence: "facts 5 [B]",
  },
  box("gstin", "the GSTIN/UIN, 15 characters", "guide 43; facts 5 [A]"),
  box("legal-name", "the Legal Name of Business", "guide 43; facts 5 [A]"),
  box("trade-name", "the Trade Name", "facts 5 [A]", ONLY_2026),
  box(
    "centre-jurisdiction",
    "the Centre Jurisdiction",
    "guide 43; facts 5 [A]",
  ),
  box("state-jurisdiction", "the State Jurisdiction", "guide 44; facts 5 [A]"),
  box(
    "registration-date",
    "the Date of registration (today: Effective Date of registration), DD/MM/YYYY",
    "guide 44; facts 5 [A]",
  ),
  box("constitution", "the Constitution of Business", "guide 44; facts 5 [A]"),
  box("taxpayer-type", "the Taxpayer Type", "guide 45; facts 5 [A]"),
  box("status", "the GSTIN / UIN Status", "guide 45; facts 5 [A]"),
  box("compliance-rating", "the Compliance Rating", "guide 45; facts 5 [A]"),
  {
    id: "profile.aadhaar",
    step: 3,
    weight: "SHOULD",
    statement: "The profile shows Whether Aadhaar Authenticated?.",
    editions: ONLY_2026,
    evidence: "facts 5 [A]",
  },
  {
    id: "profile.e-kyc",
    step: 3,
    weight: "SHOULD",
    statement: "The profile shows Whether e-KYC Verified?.",
    editions: ONLY_2026,
    evidence: "facts 5 [A]",
  },
  {
    id: "profile.rows-of-three",
    step: 3,
    weight: "SHOULD",
    statement: "On a wide window the boxes stand in rows of three.",
    editions: BOTH,
    evidence: "guide 43–45; facts 11 [C]",
  },
  {
    id: "profile.people",
    step: 3,
    weight: "MUST",
    statement:
      "There is a section “Name of the Proprietor / Director(s) / Promoter(s)”.",
    editions: BOTH,
    evidence: "guide 47; facts 5 [A]",
  },
  {
    id: "profile.activities",
    step: 3,
    weight: "MUST",
    statement: "There is a section “Nature of Business Activities”.",
    editions: BOTH,
    evidence: "guide 49; facts 5 [A]",
  },
  {
    id: "profile.people-collapses",
    step: 3,
    weight: "MUST",
    statement: "A click on the section of people opens or closes it.",
    editions: BOTH,
    evidence: "guide 47; facts 11 [C]",
  },
  {
    id: "profile.activities-collapses",
    step: 3,
    weight: "MUST",
    statement: "A click on the section of activities opens or closes it.",
    editions: BOTH,
    evidence: "guide 49; facts 11 [C]",
  },
  {
    id: "profile.leads-to-api-access",
    step: 4,
    weight: "MUST",
    statement: "“Manage API Access” leads to the page of that name.",
    editions: BOTH,
    evidence: "guide 27, 51; facts 2 [A]",
  },
];
