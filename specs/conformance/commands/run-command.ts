import { checkPage } from "./check-page.ts";
import { conform } from "./conform.ts";
import type { Inside } from "./conform.ts";
import { WrongCall } from "./flags.ts";
import { interruptible } from "./interrupts.ts";
import type { Surroundings } from "./surroundings.ts";

/** What judges a portal, or pages of one. */
export type Command = "conform" | "check-page";

/**
 * Runs a command, and answers the signals of its process.
 *
 * @returns the exit code; 2 where the call was wrong, which one sentence says
 */
export async function runCommand(
  command: Command,
  args: readonly string[],
  surroundings: Surroundings & { readonly complain: (line: string) => void },
  inside: Inside = {},
): Promise<number> {
  const { complain } = surroundings;
  try {
    if (command === "check-page") return await checkPage(args, surroundings);
    return await interruptible(complain, (stop) =>
      conform(args, surroundings, { ...inside, ...stop }),
    );
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    complain(error.message);
    return 2;
  }
}
