import { setUpBrowser, setUpPackages } from "./setup/steps.mjs";

if (process.argv.includes("--browser")) await setUpBrowser();
else setUpPackages();
