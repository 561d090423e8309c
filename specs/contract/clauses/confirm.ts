import { BOTH, ONLY_2017 } from "../clause.ts";
import type { Clause, EditionName } from "../clause.ts";

function enables(
  duration: string,
  evidence: string,
  editions: readonly EditionName[] = BOTH,
): Clause {
  return {
    id: `api-access.enables-${duration.replace(" ", "-")}`,
    step: 6,
    weight: "MUST",
    statement: `Yes, “${duration}” and CONFIRM are answered by “Your API session will now be active for ${duration}”.`,
    editions,
    evidence,
  };
}

/** Step 6, what CONFIRM does. */
export const confirmClauses: readonly Clause[] = [
  {
    id: "api-access.longest-30-days",
    step: 6,
    weight: "MUST",
    statement: "The longest duration, last of the list, is “30 days”.",
    editions: BOTH,
    evidence: "guide 87; facts 1 (a), 6.5 [B]",
  },
  enables("6 hrs", "guide 78, 87; facts 6.1 [A]"),
  enables("12 hrs", "guide 79, 87; facts 6.1 [A]", ONLY_2017),
  enables("7 days", "guide 80, 87; facts 6.1 [A]", ONLY_2017),
  enables("30 days", "guide 81, 87; facts 6.1 [A]"),
  {
    id: "api-access.enables-tells-otp",
    step: 6,
    weight: "SHOULD",
    statement:
      "The answer to Yes says also “To continue session after 30 days you have to again authenticate using OTP”, with the duration that was chosen.",
    editions: BOTH,
    evidence: "facts 6.1 [A]",
  },
  {
    id: "api-access.shows-on",
    step: 6,
    weight: "MUST",
    statement:
      "Who comes back after Yes finds Yes chosen and the duration asked for.",
    editions: BOTH,
    evidence: "guide 87; facts 6.2 [B]",
  },
  {
    id: "api-access.duration-required",
    step: 6,
    weight: "MUST",
    statement: "Yes without a duration turns nothing on.",
    editions: BOTH,
    evidence: "guide 73 (mandatory), 87",
  },
  {
    id: "api-access.disables",
    step: 6,
    weight: "MUST",
    statement:
      "No and CONFIRM are answered by “API access has been disabled with immediate effect.”",
    editions: BOTH,
    evidence: "guide 59, 87; facts 6.1 [A]",
  },
  {
    id: "api-access.shows-off",
    step: 6,
    weight: "MUST",
    statement: "Who comes back after No does not find Yes chosen.",
    editions: BOTH,
    evidence: "guide 59; facts 6.5 [B]",
  },
];
