import type { ApiAccess, ApiAccessChoice } from "../domain/api-access.ts";
import type { Edition } from "../domain/editions.ts";
import { STEPS } from "../domain/journey/journey.ts";
import { isAcceptablePassword, withApiAccess } from "../domain/taxpayer.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import { ApiSessions } from "./api-sessions.ts";
import { Captchas } from "./captchas.ts";
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

export type PasswordChangeOutcome =
  "changed" | "wrong-password" | "unacceptable" | "unchanged";

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
    this.recovery = new Recovery(this);
    this.api = new ApiSessions(context, this.journal, this.messages);
  }

  /** The instant it is in this world, in epoch milliseconds. */
  now(): number {
    return this.#context.clock.now();
  }

  /** Creates or replaces a taxpayer, and says whether it is new. Sign-ins stay. */
  async putTaxpayer(taxpayer: Taxpayer): Promise<boolean> {
    const before = await this.taxpayers.find(taxpayer.username);
    const isNew = await this.taxpayers.put(taxpayer);
    if (before) await this.api.accessChanged(before.apiAccess, taxpayer);
    return isNew;
  }

  /** Changes a taxpayer from outside the portal. */
  async editTaxpayer(
    username: string,
    change: (taxpayer: Taxpayer) => Taxpayer,
  ): Promise<Taxpayer | undefined> {
    let before: ApiAccess | undefined;
    const taxpayer = await this.taxpayers.change(username, (current) => {
      before = current.apiAccess;
      return change(current);
    });
    if (taxpayer && before) await this.api.accessChanged(before, taxpayer);
    return taxpayer;
  }

  /** Removes a taxpayer, and says whether there was one. */
  async removeTaxpayer(username: string): Promise<boolean> {
    await this.api.forget(username);
    await this.progress.forget(username);
    return this.taxpayers.remove(username);
  }

  /**
   * A taxpayer begins anew: as the scenario has it, signed out, no step done. One that the
   * scenario does not have keeps its data. Says whether there is one.
   */
  async beginAnew(username: string): Promise<boolean> {
    await this.api.forget(username);
    await this.signIns.endAllOf(username);
    await this.progress.forget(username);
    return this.taxpayers.restore(username);
  }

  /** Switches API access and returns the taxpayer as it then is. */
  async changeApiAccess(
    username: string,
    choice: ApiAccessChoice,
  ): Promise<Taxpayer | undefined> {
    const now = this.now();
    const taxpayer = await this.editTaxpayer(username, (before) =>
      withApiAccess(before, choice, now),
    );
    if (taxpayer) {
      if (choice.enable) await this.progress.reached(username, STEPS.length);
      await (choice.enable
        ? this.journal.note(
            "api-access-enabled",
            taxpayer.username,
            `for ${choice.duration.label}`,
          )
        : this.journal.note("api-access-disabled", taxpayer.username));
    }
    return taxpayer;
  }

  /** Sets a new password where the old one is right and the new one is acceptable and new. */
  async changePassword(
    username: string,
    current: string,
    next: string,
  ): Promise<PasswordChangeOutcome> {
    let outcome: PasswordChangeOutcome = "wrong-password";
    await this.taxpayers.change(username, (before) => {
      if (before.password !== current) outcome = "wrong-password";
      else if (!isAcceptablePassword(next)) outcome = "unacceptable";
      else if (next === current) outcome = "unchanged";
      else {
        outcome = "changed";
        return { ...before, password: next, passwordExpired: false };
      }
      return before;
    });
    if (outcome === ("changed" as PasswordChangeOutcome)) {
      await this.journal.note("password-changed", username);
    }
    return outcome;
  }
}
