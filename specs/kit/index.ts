export { expect } from "@playwright/test";
export { ControlError, controlClient } from "./control-client.ts";
export type { ControlAddress } from "./control-client.ts";
export { redirectPortal } from "./redirect-portal.ts";
export { test } from "./test.ts";
export type {
  KitFixtures,
  KitOptions,
  KitWorkerFixtures,
  KitWorkerOptions,
} from "./test.ts";
