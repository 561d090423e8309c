import { setUpPackages } from "./setup/steps.mjs";

setUpPackages();

// In this very process, so that flags and signals reach the server.
const { register } = await import("tsx/esm/api");
register();
await import("../simulator/cli.ts");
