import type { Finding } from "../finding.ts";
import { reasonOf } from "../run/waiting.ts";
import { lockElsewhere } from "./lock.ts";
import type { Order } from "./order.ts";
import { planOf } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { Round } from "./round.ts";
import { SignedIn } from "./signed-in.ts";
import { Switch } from "./switch.ts";

/** What a run found. */
export interface Judgement {
  /** By the id of the clause. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** By the id of the clause that failed, as `data:` addresses. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The clauses that were left out on purpose. */
  readonly leftOut: ReadonlySet<string>;
  /** What a person must do now, in capitals. */
  readonly toDo: string | undefined;
}

/** Makes every visit that the order allows. Throws only where no browser starts. */
export async function judgePortal(order: Order): Promise<Judgement> {
  const plan = planOf(order);
  const round = new Round(order);
  for (const [visit, reason] of plan.leftOut) round.leaveOut(visit, reason);
  const leftOut = new Set(round.findings.keys());
  const browser = await order.launch();
  const taxpayer = await SignedIn.open(order, browser);
  try {
    for (const visit of plan.visitor) await round.asVisitor(visit, browser);
    const toDo = await makeSignedIn(plan, round, taxpayer);
    const { findings, pictures } = round;
    return { findings, pictures, leftOut, toDo };
  } finally {
    await taxpayer.close();
  }
}

async function makeSignedIn(
  { signIn, reads, changes, lock, leaving }: Plan,
  round: Round,
  taxpayer: SignedIn,
): Promise<string | undefined> {
  if (signIn.length === 0) return undefined;
  const problem = await round.signIn(taxpayer);
  if (problem !== undefined) {
    for (const visit of [reads, changes, lock, leaving].flat()) {
      round.leaveOut(visit, problem);
    }
    return undefined;
  }
  for (const visit of reads) await round.asTaxpayer(visit, taxpayer);
  const toDo = await makeChanges(changes, round, taxpayer);
  for (const visit of lock) {
    await round.make(visit, () => lockElsewhere(visit, taxpayer, round.order));
  }
  for (const visit of leaving) await round.asTaxpayer(visit, taxpayer);
  if (round.over === undefined) await taxpayer.forget();
  return toDo;
}

/** Makes the visits that change the switch, and puts it back where that was promised. */
async function makeChanges(
  visits: Plan["changes"],
  round: Round,
  taxpayer: SignedIn,
): Promise<string | undefined> {
  const { order } = round;
  const all = async () => {
    for (const visit of visits) await round.asTaxpayer(visit, taxpayer);
  };
  if (visits.length === 0 || order.changes === "free" || round.over) {
    await all();
    return undefined;
  }
  let noted: Switch;
  try {
    noted = await Switch.note(taxpayer, order);
  } catch (error) {
    const reason = `The switch could not be read, so nothing was changed: ${reasonOf(error)}`;
    for (const visit of visits) round.leaveOut(visit, reason);
    return undefined;
  }
  await all();
  return noted.putBack();
}
