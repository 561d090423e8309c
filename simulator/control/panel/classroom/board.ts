import { STEPS } from "../../../domain/journey/journey.ts";
import { standingOf } from "../../../domain/progress.ts";
import type { Standing } from "../../../domain/progress.ts";
import type { Taxpayer } from "../../../domain/taxpayer.ts";
import type { World } from "../../../worlds.ts";
import { timeSpan } from "../model.ts";

/** What the board shows of a world: each trainee, the class as a whole, who needs help. */
export async function boardModel({ portal, clock }: World) {
  const now = clock.now();
  const progress = await portal.progress.all();
  const trainees = (await portal.taxpayers.list()).map((taxpayer) => {
    const known = progress.get(taxpayer.username.toLowerCase());
    return traineeModel(taxpayer, standingOf(taxpayer, known, now));
  });
  const at = ["Not begun", ...STEPS.map(({ reached }) => reached)].map(
    (name, step) => ({
      name,
      count: trainees.filter((trainee) => trainee.step === step).length,
    }),
  );
  const times = trainees
    .filter(({ step }) => step === STEPS.length)
    .map(({ spent }) => spent)
    .toSorted((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  return {
    trainees,
    steps: STEPS.length,
    at,
    finished: times.length,
    typical: middle === undefined ? "" : timeSpan(middle),
    inTrouble: trainees
      .filter(({ trouble }) => trouble !== "")
      // Who cannot even sign in comes first, then who has waited longest.
      .toSorted((a, b) => a.step - b.step || b.inStep - a.inStep),
  };
}

function traineeModel(taxpayer: Taxpayer, standing: Standing) {
  const { step, spent, inStep } = standing;
  const isDone = step === STEPS.length;
  return {
    username: taxpayer.username,
    name: taxpayer.legalName,
    step,
    stepName: STEPS[step - 1]?.reached ?? "Not begun",
    state: stateOf(standing),
    spent,
    inStep,
    spentShown: step > 0 ? timeSpan(spent) : "",
    inStepShown: step > 0 && !isDone ? timeSpan(inStep) : "",
    trouble: troubleInWords(standing, taxpayer.failedLogins),
  };
}

/** A word for the look of a trainee's card. */
function stateOf({ step, trouble }: Standing): string {
  if (trouble) return trouble === "locked" ? "locked" : "stuck";
  if (step === STEPS.length) return "done";
  return step === 0 ? "new" : "going";
}

function troubleInWords(
  { trouble, inStep }: Standing,
  failedLogins: number,
): string {
  switch (trouble) {
    case "locked":
      return "Locked";
    case "wrong-password":
      return `${failedLogins} wrong password${failedLogins === 1 ? "" : "s"}`;
    case "waiting":
      return `No step for ${timeSpan(inStep)}`;
    default:
      return "";
  }
}
