import { completeSettings } from "../../../simulator/settings.ts";
import { start } from "../../../simulator/start.ts";
import { DEFAULT_WORLD } from "../../../simulator/worlds.ts";
import { test as base } from "./test.ts";

export { expect } from "./test.ts";

/** What a stopped clock shows until a lever moves it. */
export const STOPPED_AT = Date.parse("2026-11-24T09:30:00Z");

/** `test` on a simulator whose time stands still, so that a millisecond can be aimed at. */
export const test = base.extend({
  simulator: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const { url, control, close } = await start(completeSettings({}), {
        now: () => STOPPED_AT,
      });
      await use({ url, control: control(DEFAULT_WORLD), world: control });
      await close();
    },
    { scope: "worker" },
  ],
});
