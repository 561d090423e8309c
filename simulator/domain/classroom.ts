import { createScenario } from "./scenario.ts";
import type { Scenario } from "./scenario.ts";
import { inventGstin } from "./gstin.ts";
import { defaultTaxpayer } from "./taxpayer.ts";

/** Easy to read out and to type. */
const WORDS = [
  "Neem",
  "Lotus",
  "Mango",
  "Teak",
  "Cedar",
  "Banyan",
  "Jasmine",
  "Peepal",
] as const;

/**
 * A scenario for a class: `trainees` taxpayers who never chose anything on Manage API
 * Access, `trainee01` onwards, each with a password of its own, so that nobody signs in as
 * a neighbour by mistake. The same number always gives the same names and passwords.
 */
export function classroom(trainees: number): Scenario {
  const digits = Math.max(2, String(trainees).length);
  return createScenario(
    "classroom",
    Array.from({ length: trainees }, (_, index) => {
      const number = String(index + 1).padStart(digits, "0");
      const username = `trainee${number}`;
      return {
        username,
        situation: `trainee ${number}`,
        at: () => ({
          ...defaultTaxpayer(username),
          password: passwordOf(index),
          legalName: `Trainee ${number} Traders Private Limited`,
          gstin: inventGstin(username),
        }),
      };
    }),
  );
}

/** A word, `@` and four digits: by the portal's rule, and told apart at a glance. */
function passwordOf(index: number): string {
  const word = WORDS[index % WORDS.length] ?? WORDS[0];
  return `${word}@${1_000 + ((index * 7_919) % 9_000)}`;
}
