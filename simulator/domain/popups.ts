import type { Popup } from "./taxpayer.ts";

/** A window over the landing page. */
export interface PopupWindow {
  /** The id that scripts know it by. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Leads to what the window asks for. */
  readonly now: { readonly label: string; readonly href: string };
  /** Closes it. */
  readonly later: string;
}

/**
 * The windows by what they ask for (facts: portal §4.2, confidence B). The ids and buttons are
 * the portal's, as far as they are known: those of `core-business` are a choice, as are all
 * texts and the title of every window but the last.
 */
export const POPUP_WINDOWS: Readonly<Record<Popup, PopupWindow>> = {
  aadhaar: {
    id: "adhrtableV",
    title: "Aadhaar Authentication",
    text: "Would you like to authenticate Aadhaar, or to upload e-KYC documents, of the promoter and the primary authorised signatory?",
    now: {
      label: "Yes, navigate to My Profile",
      href: "/services/auth/myprofile",
    },
    later: "Remind me later",
  },
  "place-of-business": {
    id: "caNumpopupV",
    title: "Principal Place of Business",
    text: "Details of the principal place of business are missing. Would you like to add them?",
    now: { label: "Yes-Click here", href: "/services/auth/placeofbusiness" },
    later: "No-Remind me later",
  },
  "core-business": {
    id: "exampleModalCenterTitle",
    title: "Core Business Activity",
    text: "The core business activity has not been chosen. Would you like to choose it?",
    now: {
      label: "Yes, navigate to Core Business Activity",
      href: "/services/auth/corebussts",
    },
    later: "Remind me later",
  },
  "bank-account": {
    id: "confirmDlg",
    title: "Warning",
    text: "No bank account has been furnished. File an amendment to add one.",
    now: { label: "File Amendment", href: "/services/auth/amendment" },
    later: "Cancel",
  },
};
