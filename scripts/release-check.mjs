// The checklist of docs/releasing.md, one line an item. Exit code 1 where something is amiss.
import { CHECKLIST } from "./release/checklist.mjs";

for (const [statement, find] of CHECKLIST) {
  const problem = find();
  console.log(`${problem ? "✗" : "✓"} ${statement}`);
  if (problem) {
    console.log(problem.replaceAll(/^/gm, "  "));
    process.exitCode = 1;
  }
}
