import { completeSettings } from "../../../simulator/settings.ts";
import { start } from "../../../simulator/start.ts";
import { test as base } from "./test.ts";

export { expect } from "./test.ts";

/** What a stopped clock shows until a lever moves it. */
export const STOPPED_AT = Date.parse("2026-11-24T09:30:00Z");

/** `test` on a simulator whose time stands still, so that a millisecond can be aimed at. */
export const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  address: async ({}, use) => {
    const clock = { now: () => STOPPED_AT };
    const { url, close } = await start(completeSettings({}), clock);
    await use({ url, token: undefined });
    await close();
  },
});
