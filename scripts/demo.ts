/** Performs the six steps for all to see: `npm run demo`, `npm run demo -- --record FILE.png`. */
import { demonstrate } from "./demo/demo.ts";
import { setUpBrowser } from "./setup/steps.mjs";

process.exitCode = await demonstrate(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  views: new URL("../views/", import.meta.url),
  browser: await setUpBrowser(),
});
