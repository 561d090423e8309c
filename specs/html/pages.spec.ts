import { expect } from "@playwright/test";
import { CLAUSES } from "../contract/clauses.ts";
import { SHOWN } from "../contract/shown.ts";
import { judgeView } from "../conformance/run/make-visit.ts";
import { View } from "../conformance/view/view.ts";
import { visitsOf } from "../conformance/visits.ts";
import { test } from "../kit/test.ts";

const PATHS = {
  login: "/services/login",
  welcome: "/services/auth/fowelcome",
  profile: "/services/auth/myprofile",
  "manage-api-access": "/services/auth/manageapiaccess",
};

const optional = new Set(
  CLAUSES.filter(({ weight }) => weight === "MAY").map(({ id }) => id),
);

for (const visit of visitsOf("2017")) {
  const { page, sentence } = visit;
  if (!page) continue;
  test(`${sentence}, before any style sheet or script`, async ({ request }) => {
    if (visit.as === "taxpayer") {
      await request.post("/__simulator/taxpayers/never_enabled/sign-in");
    }
    const answer = await request.get(PATHS[page]);
    const view = new View(await answer.text(), answer.url());
    const target = { edition: "2017" } as const;
    const findings = judgeView(visit, view, { shown: SHOWN["2017"], target });
    for (const [id, finding] of findings) {
      if (finding.result === "not-run" && optional.has(id)) continue;
      expect.soft(finding, id).not.toHaveProperty("result", "fail");
    }
    const passed = [...findings.values()].filter(
      ({ result }) => result === "pass",
    );
    expect(passed.length).toBeGreaterThan(visit.page === "profile" ? 14 : 8);
  });
}
