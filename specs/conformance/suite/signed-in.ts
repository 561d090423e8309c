import type { Browser, BrowserContext, Page } from "@playwright/test";
import { browse } from "../run/browsing.ts";
import type { Browsing } from "../run/browsing.ts";
import { passOverlays, signIn } from "../run/sign-in.ts";
import { reasonOf, within } from "../run/waiting.ts";
import type { Order } from "./order.ts";
import { forgetSession, keepSession, keptSession } from "./session-file.ts";

/** How often a run signs in again where the portal has ended its session. */
const AGAIN = 3;

/** A taxpayer's browser, signed in once and again where the portal ends the session. */
export class SignedIn {
  readonly #order: Order;
  #browser: Browser;
  #page: Page;
  #left = AGAIN;
  browsing: Browsing;

  private constructor(order: Order, browser: Browser, page: Page) {
    this.#order = order;
    this.#browser = browser;
    this.#page = page;
    this.browsing = browse(page, order.target);
  }

  /** Opens a browser for a taxpayer, whom nobody has signed in yet unless an earlier run did. */
  static async open(order: Order, browser: Browser): Promise<SignedIn> {
    const { sessionFile } = order;
    const storageState = sessionFile && (await keptSession(sessionFile));
    const context = await browser.newContext({
      ...order.context,
      ...(storageState && { storageState }),
    });
    return new SignedIn(order, browser, await context.newPage());
  }

  get browser(): Browser {
    return this.#browser;
  }

  get context(): BrowserContext {
    return this.#page.context();
  }

  /** Whether the browser is signed in already. */
  async isSignedIn(): Promise<boolean> {
    const { portal, seeText, look, shown } = this.browsing;
    const { label } = shown.apiAccess;
    const cookies = await this.context.cookies();
    if (cookies.length === 0) return false;
    await portal.manageApiAccess.open();
    // The last is for the login page.
    await seeText(label, shown.session.denied, "Forgot Password").catch(
      (error: unknown) => reasonOf(error),
    );
    return (await look()).says(label);
  }

  /** Signs in. Throws where the portal does not let in. */
  async signIn(): Promise<void> {
    const { sessionFile, target } = this.#order;
    await signIn(this.browsing);
    if (sessionFile !== undefined && target.credentials) {
      const { password } = target.credentials;
      await keepSession(sessionFile, this.context, password);
    }
  }

  /** Whether the portal shows that it takes the browser for nobody's. */
  async isOut(): Promise<boolean> {
    const view = await this.browsing.look();
    const path = view.address?.pathname ?? "";
    return (
      view.says(this.browsing.shown.session.denied) ||
      /\/services\/(login|error\/accessdenied)/.test(path)
    );
  }

  /**
   * Signs in again where the portal has ended the session.
   *
   * @returns whether it had, and the browser is signed in again
   */
  async renew(): Promise<boolean> {
    if (this.#left === 0 || !(await this.isOut())) return false;
    this.#left -= 1;
    this.#order.say("The portal has ended the session; signing in again.");
    await this.signIn();
    return true;
  }

  /** A page that reacts: the same, or another one of the same browser or of a new one. */
  async freshen(): Promise<void> {
    if (await this.#reacts()) return;
    await this.replace();
  }

  /** Leaves the page, whatever it is doing, for another one. */
  async replace(): Promise<void> {
    const { context, target, launch } = this.#order;
    const old = this.#page;
    if (this.#browser.isConnected()) {
      this.#page = await old.context().newPage();
      // A page whose script runs on and on may take its time to close.
      void old.close().catch(() => undefined);
    } else {
      this.#browser = await launch();
      this.#page = await this.#browser.newPage(context);
    }
    this.browsing = browse(this.#page, target);
    await passOverlays(this.browsing);
  }

  /** Nothing is kept for another run. */
  async forget(): Promise<void> {
    const { sessionFile } = this.#order;
    if (sessionFile !== undefined) await forgetSession(sessionFile);
  }

  async close(): Promise<void> {
    const closing = this.#browser.close();
    await within(closing, 5_000, "").catch((error: unknown) => reasonOf(error));
  }

  async #reacts(): Promise<boolean> {
    try {
      await within(this.#page.evaluate("1"), this.#order.target.timeout, "");
      return true;
    } catch {
      return false;
    }
  }
}
