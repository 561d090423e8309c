import { defineConfig } from "@playwright/test";
import type { KitWorkerOptions } from "../../kit/index.ts";

/** A suite as a vendor has one: many machines, one simulator (docs/scale.md). */
export default defineConfig<object, KitWorkerOptions>({
  testMatch: "*.farm.ts",
  fullyParallel: true,
  workers: 1,
  use: { simulatorUrl: process.env["SIMULATOR_URL"] },
});
