import type { LaunchOptions } from "@playwright/test";
import { CLAUSES } from "../../contract/clauses.ts";
import { personAtTerminal } from "../people/person-at-terminal.ts";
import { changes } from "../report/compare.ts";
import { lines } from "../report/lines.ts";
import { cleaner, reportOf } from "../report/report.ts";
import type { Report } from "../report/report.ts";
import { writeReport } from "../report/write-report.ts";
import type { Person } from "../run/person.ts";
import { judgePortal } from "../suite/judge-portal.ts";
import type { Judgement } from "../suite/judge-portal.ts";
import { NoBrowser, launchBrowser } from "../suite/launch.ts";
import { PATIENCE } from "../suite/order.ts";
import type { Order } from "../suite/order.ts";
import { isLoopback, readConformCall } from "./conform-call.ts";
import type { ConformCall } from "./conform-call.ts";
import { WrongCall } from "./flags.ts";
import { now } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

/** What only a caller in this process can give. */
export interface Inside {
  /** Further settings of the browser. */
  readonly launch?: LaunchOptions;
  /** Who types the CAPTCHA, in the place of somebody at the terminal. */
  readonly person?: Person;
  readonly ignoreHTTPSErrors?: boolean;
  /** The visits to make, where not all. */
  readonly visits?: Order["visits"];
  /** Where a sign-in is kept for the next run. */
  readonly sessionFile?: string;
  /** Ends the run early. */
  readonly signal?: AbortSignal;
  readonly atStake?: Order["atStake"];
}

/**
 * `conform --url URL …`: judges a portal by every clause of an edition.
 *
 * @returns the exit code: 0 all well; 1 a clause failed, or a MUST was not run. A wrong call
 * throws `WrongCall`
 */
export async function conform(
  args: readonly string[],
  surroundings: Surroundings,
  inside: Inside = {},
): Promise<number> {
  const startedAt = now();
  const call = await readConformCall(args, surroundings);
  const secrets = [call.credentials?.password ?? ""];
  const clean = cleaner(secrets);
  const say = (line: string) => surroundings.say(clean(line));
  const judgement = await judge(
    orderOf(call, { ...surroundings, say }, inside),
  );
  const { findings, pictures, toDo } = judgement;
  const { url: target, edition, directory, old } = call;
  const report = reportOf({
    target,
    edition,
    startedAt,
    findings,
    toDo,
    secrets,
  });
  const { views } = surroundings;
  const written = await writeReport(report, pictures, { directory, views });
  for (const line of lines(report)) say(line);
  for (const line of old ? changes(old, report) : []) say(line);
  say(`Report: ${written}`);
  return exitCode(report, judgement, call);
}

function orderOf(
  call: ConformCall,
  surroundings: Surroundings,
  inside: Inside,
): Order {
  const { url, edition, credentials, timeout, headed, publicOnly } = call;
  const { say, browser } = surroundings;
  const isOurs = isLoopback(url);
  const person =
    inside.person ?? (headed ? personBefore(surroundings) : undefined);
  const freely = isOurs && !call.confirmChanges ? "free" : "none";
  return {
    target: { url, edition, credentials, timeout, person },
    launch: () =>
      launchBrowser(browser, { headless: !headed, ...inside.launch }),
    context: {
      viewport: { width: 1280, height: 800 },
      // A certificate that a portal on this machine has made for itself.
      ignoreHTTPSErrors: inside.ignoreHTTPSErrors ?? isOurs,
    },
    publicOnly,
    changes: call.confirmChanges ? "put-back" : freely,
    say,
    sessionFile: inside.sessionFile,
    ...(inside.visits && { visits: inside.visits }),
    ...(inside.signal && { signal: inside.signal }),
    ...(inside.atStake && { atStake: inside.atStake }),
  };
}

function personBefore({ say, input }: Surroundings): Person {
  return personAtTerminal({ say, input, patience: PATIENCE });
}

async function judge(order: Order): Promise<Judgement> {
  try {
    return await judgePortal(order);
  } catch (error) {
    if (error instanceof NoBrowser) throw new WrongCall(error.message);
    throw error;
  }
}

const MUST = new Set(
  CLAUSES.filter(({ weight }) => weight === "MUST").map(({ id }) => id),
);

function exitCode(
  { summary, clauses, toDo }: Report,
  { leftOut }: Judgement,
  { publicOnly }: ConformCall,
): number {
  const isMissed = clauses.some(
    ({ id, result }) =>
      result === "not-run" && MUST.has(id) && !(publicOnly && leftOut.has(id)),
  );
  return summary.fail > 0 || isMissed || toDo !== undefined ? 1 : 0;
}
