/** `conform` as a process of its own, which makes no visits but those that change the switch. */
import { runCommand } from "../conformance/commands/run-command.ts";
import { enablesVisits, showsOnVisit } from "../conformance/visits/confirm.ts";
import { signInVisit } from "../conformance/visits/sign-in.ts";
import { readSignIn } from "../../simulator/settings.ts";

process.exitCode = await runCommand(
  "conform",
  process.argv.slice(2),
  {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
    views: new URL("../../views/", import.meta.url),
    ...readSignIn(),
  },
  { visits: [signInVisit, ...enablesVisits, showsOnVisit] },
);
