export { expect } from "@playwright/test";
export { ControlError, controlClient } from "./control-client.ts";
export type { ControlAddress } from "./control-client.ts";
export type { Credentials } from "./pages/login-page.ts";
export type { PortalPages } from "./pages/portal-pages.ts";
export { portalTest } from "./portal-test.ts";
export type { PortalFixtures, PortalOptions } from "./portal-test.ts";
export { redirectPortal } from "./redirect-portal.ts";
export { test } from "./test.ts";
export type {
  KitFixtures,
  KitOptions,
  KitWorkerFixtures,
  KitWorkerOptions,
} from "./test.ts";
