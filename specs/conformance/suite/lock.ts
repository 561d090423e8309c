import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { browse } from "../run/browsing.ts";
import { makeVisit, unjudged } from "../run/make-visit.ts";
import type { Findings } from "../run/make-visit.ts";
import { signIn } from "../run/sign-in.ts";
import { reasonOf } from "../run/waiting.ts";
import type { Visit } from "../visit.ts";
import type { Order } from "./order.ts";
import type { SignedIn } from "./signed-in.ts";

/** By this header a portal that is there to be tried gives a caller a portal of their own. */
const HEADER = "X-Simulator-World";

/**
 * Locks the account where nobody else has it: on a portal that gives each caller one of their
 * own. What shows that it does is that it no longer knows the sign-in. On any other the
 * account would stay locked, so nothing is done.
 */
export async function lockElsewhere(
  visit: Visit,
  taxpayer: SignedIn,
  { context: options, target }: Order,
): Promise<Findings> {
  const context = await taxpayer.browser.newContext({
    ...options,
    storageState: await taxpayer.context.storageState(),
    extraHTTPHeaders: { [HEADER]: `conform-${randomUUID()}` },
  });
  try {
    const browsing = browse(await context.newPage(), target);
    const { apiAccess, session } = browsing.shown;
    await browsing.portal.manageApiAccess.open();
    await browsing.seeText(session.denied, apiAccess.label);
    const view = await browsing.look();
    if (!view.says(session.denied)) {
      return unjudged(
        visit,
        "The account would stay locked, as this portal has but one for all callers.",
      );
    }
    await knowsTaxpayer(context, browsing);
    return await makeVisit(visit, browsing);
  } catch (error) {
    return unjudged(visit, reasonOf(error));
  } finally {
    void context.close().catch(() => undefined);
  }
}

/** Signs in as it should be: whom a portal does not know, it cannot lock. */
async function knowsTaxpayer(
  context: BrowserContext,
  browsing: Parameters<typeof signIn>[0],
): Promise<void> {
  await context.clearCookies();
  await signIn(browsing);
  await context.clearCookies();
}
