import type { ApiAccess, ApiAccessChoice } from "../domain/api-access.ts";
import type { Edition } from "../domain/editions.ts";
import { STEPS } from "../domain/journey/journey.ts";
import { changePassword } from "../domain/password.ts";
import type { PasswordChangeOutcome } from "../domain/password.ts";
import { withApiAccess } from "../domain/taxpayer.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import { ApiSessions } from "./api-sessions.ts";
import { Captchas } from "./captchas.ts";
import { asOne } from "./context.ts";
import type { PortalContext } from "./context.ts";
import { Faults } from "./faults.ts";
import { Entrance } from "./entrance.ts";
import { Journal } from "./journal.ts";
import { Messages } from "./messages.ts";
import { OneTimePasswords } from "./one-time-passwords.ts";
import { ProgressRecords } from "./progress.ts";
import { Recovery } from "./recovery.ts";
import { SignIns } from "./sign-ins.ts";
import { Taxpayers } from "./taxpayers.ts";

/** What the portal of one world can do, whoever asks: a form, an XHR call, a lever. */
export class Portal {
  readonly edition: Edition;
  readonly taxpayers: Taxpayers;
  readonly signIns: SignIns;
  readonly journal: Journal;
  readonly messages: Messages;
  readonly faults: Faults;
  readonly captchas: Captchas;
  readonly oneTimePasswords: OneTimePasswords;
  readonly entrance: Entrance;
  readonly recovery: Recovery;
  readonly progress: ProgressRecords;
  /** The sessions of client programs; API access governs them. */
  readonly api: ApiSessions;
  readonly #context: PortalContext;

  constructor(context: PortalContext) {
    this.#context = context;
    this.edition = context.edition;
    this.taxpayers = new Taxpayers(context);
    this.journal = new Journal(context);
    this.signIns = new SignIns(context, this.journal);
    this.messages = new Messages(context);
    this.faults = new Faults(context, this.journal);
    this.captchas = new Captchas(context);
    this.oneTimePasswords = new OneTimePasswords(context, this);
    this.progress = new ProgressRecords(context);
    this.entrance = new Entrance(context, this);
    this.recovery = new Recovery(context, this);
    this.api = new ApiSessions(context, this.journal, this.messages);
  }

  /** The instant it is in this world, in epoch milliseconds. */
  now(): number {
    return this.#context.clock.now();
  }

  /** Does what changes several things of one taxpayer: all of it is stored, or nothing. */
  async asOne<T>(username: string, work: () => Promise<T>): Promise<T> {
    return asOne(this.#context, username, work);
  }

  /** Creates or replaces a taxpayer, and says whether it is new. Sign-ins stay. */
  async putTaxpayer(taxpayer: Taxpayer): Promise<boolean> {
    return this.asOne(taxpayer.username, async () => {
      const before = await this.taxpayers.find(taxpayer.username);
      const isNew = await this.taxpayers.put(taxpayer);
      if (before) await this.api.accessChanged(before.apiAccess, taxpayer);
      return isNew;
    });
  }

  /** Changes a taxpayer from outside the portal. */
  async editTaxpayer(
    username: string,
    change: (taxpayer: Taxpayer) => Taxpayer,
  ): Promise<Taxpayer | undefined> {
    return this.asOne(username, async () => {
      let before: ApiAccess | undefined;
      const taxpayer = await this.taxpayers.change(username, (current) => {
        before = current.apiAccess;
        return change(current);
      });
      if (taxpayer && before) await this.api.accessChanged(before, taxpayer);
      return taxpayer;
    });
  }

  /** Removes a taxpayer, and says whether there was one. */
  async removeTaxpayer(username: string): Promise<boolean> {
    return this.asOne(username, async () => {
      await this.api.forget(username);
      await this.progress.forget(username);
      return this.taxpayers.remove(username);
    });
  }

  /**
   * A taxpayer begins anew: as the scenario has it, signed out, no step done. One that the
   * scenario does not have keeps its data. Says whether there is one.
   */
  async beginAnew(username: string): Promise<boolean> {
    return this.asOne(username, async () => {
      await this.api.forget(username);
      await this.signIns.endAllOf(username);
      await this.progress.forget(username);
      return this.taxpayers.restore(username);
    });
  }

  /** Switches API access and returns the taxpayer as it then is. */
  async changeApiAccess(
    username: string,
    choice: ApiAccessChoice,
  ): Promise<Taxpayer | undefined> {
    const now = this.now();
    return this.asOne(username, async () => {
      const taxpayer = await this.editTaxpayer(username, (before) =>
        withApiAccess(before, choice, now),
      );
      if (!taxpayer) return undefined;
      if (choice.enable) await this.progress.reached(username, STEPS.length);
      await (choice.enable
        ? this.journal.note(
            "api-access-enabled",
            taxpayer.username,
            `for ${choice.duration.label}`,
          )
        : this.journal.note("api-access-disabled", taxpayer.username));
      return taxpayer;
    });
  }

  /** Sets a new password where the old one is right and the new one is acceptable and new. */
  async changePassword(
    username: string,
    current: string,
    next: string,
  ): Promise<PasswordChangeOutcome> {
    return this.asOne(username, async () => {
      let outcome = "wrong-password" as PasswordChangeOutcome;
      await this.taxpayers.change(username, (before) => {
        const judged = changePassword(before, current, next);
        outcome = judged.outcome;
        return judged.taxpayer;
      });
      if (outcome === "changed") {
        await this.journal.note("password-changed", username);
      }
      return outcome;
    });
  }
}
