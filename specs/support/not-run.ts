import type { Reporter, Suite } from "@playwright/test/reporter";

/** Says loudly, before the counts, which tests did not run and what they would need. */
class NotRun implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const reasons = new Map<string, string[]>();
    for (const test of this.#suite?.allTests() ?? []) {
      const skipped = test.results
        .flatMap(({ annotations }) => annotations)
        .find(({ type }) => type === "skip");
      if (!skipped) continue;
      const reason = skipped.description ?? "no reason was given";
      const titles = reasons.get(reason) ?? [];
      titles.push(test.titlePath().filter(Boolean).join(" › "));
      reasons.set(reason, titles);
    }
    for (const [reason, titles] of reasons) {
      console.log(`\nNOT RUN, as ${reason}: ${titles.length}`);
      for (const title of titles) console.log(`  ${title}`);
    }
  }
}

export default NotRun;
