import type { Browser, Page } from "@playwright/test";
import type { Finding } from "../finding.ts";
import { browse } from "../run/browsing.ts";
import { makeVisit, unjudged } from "../run/make-visit.ts";
import type { Findings } from "../run/make-visit.ts";
import { Refused, Unreachable, reasonOf, within } from "../run/waiting.ts";
import { signInVisit } from "../visits/sign-in.ts";
import type { Visit } from "../visit.ts";
import { answers } from "./answers.ts";
import { PATIENCE } from "./order.ts";
import type { Order } from "./order.ts";
import { pictureOf } from "./picture.ts";
import { isLeaving } from "./plan.ts";
import type { SignedIn } from "./signed-in.ts";

/** So many times what one thing may take is what a visit, and the whole run, may take. */
const VISIT = 6;
const RUN = 30;

/** A run on its way: makes one visit after the other, none of which hides the next. */
export class Round {
  readonly findings = new Map<string, Finding>();
  readonly pictures = new Map<string, string>();
  readonly order: Order;
  readonly #end: number;
  readonly #interrupted: Promise<never>;
  #over: string | undefined;

  constructor(order: Order) {
    const { timeout, person } = order.target;
    this.order = order;
    // A person who types has all the time there is, and Ctrl-C.
    this.#end = performance.now() + (person ? Infinity : RUN * timeout);
    this.#interrupted = new Promise((_resolve, reject) => {
      order.signal?.addEventListener("abort", () => {
        this.#over = "The run was interrupted.";
        reject(new Unreachable(this.#over));
      });
    });
    this.#interrupted.catch(() => undefined);
  }

  /** Why no more visits are made; `undefined` while they are. */
  get over(): string | undefined {
    const { timeout } = this.order.target;
    if (this.#over === undefined && performance.now() > this.#end) {
      this.#over = `The run took longer than ${(RUN * timeout) / 1000} s.`;
    }
    return this.#over;
  }

  /** Leaves a visit out. */
  leaveOut(visit: Visit, reason: string): void {
    this.#add(unjudged(visit, reason));
  }

  /** Makes a visit as somebody who has never been there. */
  async asVisitor(visit: Visit, browser: Browser): Promise<void> {
    await this.make(visit, async () => {
      const context = await browser.newContext(this.order.context);
      const page = await context.newPage();
      const findings = await makeVisit(visit, browse(page, this.order.target));
      await this.#take(page, findings);
      // A page whose script runs on and on may take its time to close.
      void context.close().catch(() => undefined);
      return findings;
    });
    await this.#giveUpOnSilence(visit, browser);
  }

  /** Signs in, and judges that; returns what was in the way, if anything. */
  async signIn(taxpayer: SignedIn): Promise<string | undefined> {
    let problem: string | undefined = "The sign-in came to no end.";
    await this.make(signInVisit, async () => {
      if (await taxpayer.isSignedIn()) {
        problem = undefined;
        return unjudged(signInVisit, "The sign-in of an earlier run was used.");
      }
      try {
        await taxpayer.signIn();
        problem = undefined;
      } catch (error) {
        problem = reasonOf(error);
        // What the portal showed instead is for the look to tell.
        if (!(error instanceof Refused)) return unjudged(signInVisit, problem);
      }
      const { page } = taxpayer.browsing;
      const there = { ...signInVisit, arrive: stay };
      const findings = await makeVisit(there, taxpayer.browsing);
      await this.#take(page, findings);
      return findings;
    });
    return this.over ?? problem;
  }

  /** Makes a visit with a browser that is signed in; once more where the session had ended. */
  async asTaxpayer(visit: Visit, taxpayer: SignedIn): Promise<void> {
    const isDone = await this.make(visit, async () => {
      let findings = await makeVisit(visit, taxpayer.browsing);
      const hasEnded = !isContent(findings) && !isLeaving(visit);
      if (hasEnded && (await taxpayer.renew())) {
        findings = await makeVisit(visit, taxpayer.browsing);
      }
      await this.#take(taxpayer.browsing.page, findings);
      return findings;
    });
    if (!isDone) await taxpayer.replace();
    if (this.#isUnreached(visit)) {
      await taxpayer.freshen();
      await this.#giveUpOnSilence(visit, taxpayer.browser);
    }
  }

  /**
   * Makes a visit within its time. Nothing is thrown.
   *
   * @returns whether it came to its own end; if not, it may still be at work
   */
  async make(visit: Visit, how: () => Promise<Findings>): Promise<boolean> {
    if (this.over !== undefined) {
      this.leaveOut(visit, this.over);
      return true;
    }
    const { timeout, person } = this.order.target;
    const longest = VISIT * timeout + (person ? PATIENCE : 0);
    const late = `The visit took longer than ${longest / 1000} s.`;
    try {
      const made = Promise.race([how(), this.#interrupted]);
      this.#add(await within(made, longest, late));
      return true;
    } catch (error) {
      this.leaveOut(visit, reasonOf(error));
      return false;
    }
  }

  #add(findings: Findings): void {
    for (const [id, finding] of findings) this.findings.set(id, finding);
  }

  #isUnreached(visit: Visit): boolean {
    return Object.keys(visit.looks).every(
      (id) => (this.findings.get(id)?.result ?? "not-run") === "not-run",
    );
  }

  /** Ends the run where a visit led nowhere because the portal does not answer at all. */
  async #giveUpOnSilence(visit: Visit, browser: Browser): Promise<void> {
    if (this.over !== undefined || !this.#isUnreached(visit)) return;
    const { order } = this;
    if (await answers(order, browser)) return;
    this.#over = `The portal did not answer within ${order.target.timeout / 1000} s.`;
  }

  async #take(page: Page, findings: Findings): Promise<void> {
    const failed = [...findings].filter(([, { result }]) => result === "fail");
    if (failed.length === 0) return;
    const secret = this.order.target.credentials?.password;
    const picture = await pictureOf(page, secret);
    if (picture === undefined) return;
    for (const [id] of failed) this.pictures.set(id, picture);
  }
}

const stay = () => Promise.resolve(undefined);

const isContent = (findings: Findings) =>
  [...findings.values()].every(({ result }) => result === "pass");
