import { expect, test } from "@playwright/test";
import { floorFault } from "../../scripts/lint/floors.mjs";

for (const [file, specifier] of [
  ["simulator/domain/taxpayer.ts", "./gstin.ts"],
  ["simulator/store/memory.ts", "./store.ts"],
  ["simulator/portal/portal.ts", "../store/store.ts"],
  ["simulator/portal/portal.ts", "node:crypto"],
  ["simulator/worlds.ts", "./portal/portal.ts"],
  ["simulator/web/pages/login.ts", "../../worlds.ts"],
  ["simulator/app.ts", "./web/views.ts"],
  ["simulator/start.ts", "./store/memory.ts"],
  ["simulator/start-store.ts", "./store/open.ts"],
  ["simulator/cli.ts", "./settings.ts"],
  ["simulator/cli.ts", "../specs/conformance/commands/run-command.ts"],
  ["specs/kit/test.ts", "../../simulator/index.ts"],
  ["specs/conformance/login.spec.ts", "../contract/login.ts"],
  ["specs/unit/gstin.spec.ts", "../../simulator/domain/gstin.ts"],
] as const) {
  test(`${file} may import ${specifier}`, () => {
    expect(floorFault(file, specifier)).toBeUndefined();
  });
}

for (const [file, specifier] of [
  ["simulator/domain/taxpayer.ts", "../clock.ts"],
  ["simulator/domain/taxpayer.ts", "zod"],
  ["simulator/domain/captcha.ts", "node:crypto"],
  ["simulator/clock.ts", "./settings.ts"],
  ["simulator/store/memory.ts", "../portal/portal.ts"],
  ["simulator/portal/portal.ts", "../store/memory.ts"],
  ["simulator/portal/portal.ts", "../worlds.ts"],
  ["simulator/worlds.ts", "./web/page.ts"],
  ["simulator/web/pages/login.ts", "../../store/store.ts"],
  ["simulator/web/pages/login.ts", "../../control/control.ts"],
  ["simulator/web/page.ts", "../settings.ts"],
  ["simulator/taxpayer-api/router.ts", "../web/page.ts"],
  ["simulator/control/router.ts", "../taxpayer-api/replies.ts"],
  ["simulator/app.ts", "./store/memory.ts"],
  ["simulator/start-api.ts", "./store/redis.ts"],
  ["simulator/start.ts", "./cli.ts"],
  ["simulator/start.ts", "../specs/conformance/commands/run-command.ts"],
  ["simulator/cli.ts", "../specs/conformance/visits.ts"],
  ["simulator/settings.ts", "./start.ts"],
  ["simulator/new-part.ts", "./clock.ts"],
  ["simulator/web/page.ts", "../../specs/kit/test.ts"],
  ["specs/kit/test.ts", "../../simulator/start.ts"],
  ["specs/kit/test.ts", "../contract/login.ts"],
  ["specs/conformance/login.spec.ts", "../../simulator/index.ts"],
  ["specs/contract/login.ts", "../kit/test.ts"],
  ["specs/contract/login.ts", "@playwright/test"],
] as const) {
  test(`${file} may not import ${specifier}`, () => {
    expect(floorFault(file, specifier)).toMatch(/may not import|is pure/);
  });
}
