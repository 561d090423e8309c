import { expect } from "@playwright/test";
import { clausesOf } from "../contract/clauses.ts";
import { portalTest } from "../kit/portal-test.ts";
import { browse } from "./run/browsing.ts";
import { makeVisit } from "./run/make-visit.ts";
import { signIn } from "./run/sign-in.ts";
import type { Visit } from "./visit.ts";

/** Generous: only what fails waits for it. */
const TIMEOUT = 20_000;

/**
 * A test for each visit, tagged with the edition where it concerns one alone. Each starts
 * with a fresh browser context and signs in by itself; each clause is a step.
 */
export function specifyVisits(visits: readonly Visit[]): void {
  for (const visit of visits) {
    const tag = visit.editions?.length === 1 ? `@${visit.editions[0]}` : [];
    portalTest(
      visit.sentence,
      { tag },
      async ({ page, portalUrl, edition, credentials, isolationHeader }) => {
        portalTest.skip(
          visit.does === "locks" && isolationHeader === undefined,
          "this portal's taxpayer must not be locked",
        );
        const target = { url: portalUrl, edition, credentials };
        const browsing = browse(page, { ...target, timeout: TIMEOUT });
        portalTest.setTimeout(4 * TIMEOUT);
        if (visit.as === "taxpayer") await signIn(browsing);
        const findings = await makeVisit(visit, browsing);
        for (const clause of clausesOf(edition)) {
          const finding = findings.get(clause.id);
          if (!finding) continue;
          const { id, statement, weight } = clause;
          await portalTest.step(`${id}: ${statement}`, () => {
            const isMissing = weight === "MAY" && finding.result === "not-run";
            const wanted = isMissing ? finding.result : "pass";
            expect.soft(finding, id).toEqual({ ...finding, result: wanted });
          });
        }
      },
    );
  }
}
