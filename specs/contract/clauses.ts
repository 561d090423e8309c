import type { Clause, EditionName } from "./clause.ts";
import { confirmClauses } from "./clauses/confirm.ts";
import { loginClauses } from "./clauses/login.ts";
import { manageApiAccessClauses } from "./clauses/manage-api-access.ts";
import { profileClauses } from "./clauses/profile.ts";
import { sessionClauses } from "./clauses/session.ts";
import { signInClauses } from "./clauses/sign-in.ts";
import { welcomeClauses } from "./clauses/welcome.ts";

/** Every clause, in the order of the guide. */
export const CLAUSES: readonly Clause[] = [
  ...loginClauses,
  ...signInClauses,
  ...welcomeClauses,
  ...profileClauses,
  ...manageApiAccessClauses,
  ...confirmClauses,
  ...sessionClauses,
];

/** The clauses that bind a portal of that edition. */
export function clausesOf(edition: EditionName): readonly Clause[] {
  return CLAUSES.filter(({ editions }) => editions.includes(edition));
}
