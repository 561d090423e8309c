import { BOTH, ONLY_2026 } from "../clause.ts";
import type { Clause } from "../clause.ts";

/** Being signed in, and no longer. */
export const sessionClauses: readonly Clause[] = [
  {
    id: "session.denied",
    step: null,
    weight: "MUST",
    statement:
      "Who is not signed in gets “Access Denied!” instead of Manage API Access.",
    editions: BOTH,
    evidence: "facts 7 [A]",
  },
  {
    id: "session.denied-text",
    step: null,
    weight: "SHOULD",
    statement:
      "Access Denied says “Your session is expired or you don't have permission to access the requested page.” and has a link to log in.",
    editions: BOTH,
    evidence: "facts 7 [A]",
  },
  {
    id: "session.menu",
    step: null,
    weight: "MUST",
    statement:
      "The user menu has, in this order, My Profile, Change Password, Register / Update DSC and Logout.",
    editions: ONLY_2026,
    evidence: "facts 4.4 [A]",
  },
  {
    id: "session.menu-last-login",
    step: null,
    weight: "SHOULD",
    statement:
      "Who has signed in before reads in the user menu “Last Logged In at”, then when, with “IST”.",
    editions: ONLY_2026,
    evidence: "facts 4.4 [A]",
  },
  {
    id: "session.menu-addresses",
    step: null,
    weight: "MAY",
    statement:
      "My Profile, Change Password and Logout of the user menu lead to /services/auth/myprofile, /services/auth/changepassword and /services/logout.",
    editions: ONLY_2026,
    evidence: "facts 4.4 [A]",
  },
  {
    id: "session.menu-leads-to-profile",
    step: null,
    weight: "SHOULD",
    statement: "“My Profile” of the user menu leads to the profile.",
    editions: ONLY_2026,
    evidence: "facts 4.4 [A]",
  },
  {
    id: "session.logout",
    step: null,
    weight: "MUST",
    statement:
      "/services/logout says “You have successfully logged out of GST Portal”.",
    editions: BOTH,
    evidence: "facts 4.4 [A]",
  },
  {
    id: "session.logout-ends",
    step: null,
    weight: "MUST",
    statement:
      "After the logout Manage API Access is denied until the next sign-in.",
    editions: BOTH,
    evidence: "facts 4.4 [A], 7 [A]",
  },
];
