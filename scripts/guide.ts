/** Writes the trainers' guides: `npm run guide`, with the flags of `gst-portal-simulator guide`. */
import { guide } from "./guide/guide.ts";
import { setUpBrowser } from "./setup/steps.mjs";

process.exitCode = await guide(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  views: new URL("../views/", import.meta.url),
  browser: await setUpBrowser(),
});
