import { apiAccessMutants } from "./lists/api-access.ts";
import { confirmMutants } from "./lists/confirm.ts";
import { loginMutants } from "./lists/login.ts";
import { profileMutants } from "./lists/profile.ts";
import { sessionMutants } from "./lists/session.ts";
import { signInMutants } from "./lists/sign-in.ts";
import { welcomeMutants } from "./lists/welcome.ts";
import type { Mutant } from "./mutant.ts";

/** Every way to differ that is known to be noticed, in the order of the guide. */
export const MUTANTS: readonly Mutant[] = [
  ...loginMutants,
  ...signInMutants,
  ...welcomeMutants,
  ...profileMutants,
  ...apiAccessMutants,
  ...confirmMutants,
  ...sessionMutants,
];
