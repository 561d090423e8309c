import { isDeepStrictEqual } from "node:util";
import { refreshMessages, otpMessages } from "../domain/api-messages.ts";
import {
  afterSwitch,
  closeSession,
  openSession,
  refreshSession,
  requestOtp,
  useSession,
} from "../domain/api-session-steps.ts";
import {
  expiryMinutes,
  sessionEnd,
  tokenEnd,
  windowOf,
} from "../domain/api-session-times.ts";
import type { Situation } from "../domain/api-session-times.ts";
import { findSession, isBare, noLogins } from "../domain/api-session.ts";
import type {
  ApiLogins,
  ApiSession,
  Refused,
  Step,
} from "../domain/api-session.ts";
import type { ApiAccess } from "../domain/api-access.ts";
import type { Message } from "../domain/messages.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import type { PortalContext } from "./context.ts";
import type { Journal } from "./journal.ts";
import type { Messages } from "./messages.ts";

/** What a login or a refresh gives a client. Instants in epoch milliseconds. */
export interface Grant {
  readonly ok: true;
  readonly session: ApiSession;
  /** The `expiry` of the reply, in minutes. */
  readonly expiry: number;
  readonly tokenEnd: number;
  readonly sessionEnd: number;
}

/** A new token, with the keys that go with it. */
export type NewToken = Pick<ApiSession, "authToken" | "keys">;

/**
 * The OTPs and sessions that client programs have with the taxpayers of one world (facts:
 * taxpayer API §4). Each verb asks the clock once, then the domain, then saves; what is
 * refused changes nothing. One verb after the other is what makes this file long.
 */
export class ApiSessions {
  readonly #context: PortalContext;
  readonly #journal: Journal;
  readonly #messages: Messages;

  constructor(context: PortalContext, journal: Journal, messages: Messages) {
    this.#context = context;
    this.#journal = journal;
    this.#messages = messages;
  }

  /** OTPREQUEST: sends the taxpayer an OTP that this client can log in with. */
  async requestOtp(
    taxpayer: Taxpayer,
    clientId: string,
  ): Promise<{ readonly ok: true } | Refused> {
    const digits = this.#context.newOtp();
    const situation = this.#situation(taxpayer);
    const step = await this.#step(taxpayer, (logins) =>
      requestOtp(logins, { clientId, digits }, situation),
    );
    if (!step.ok) return step;
    const validUntil = situation.now + situation.rules.otpLife;
    await this.#tell(otpMessages(taxpayer, digits, validUntil));
    await this.#journal.note(
      "otp-requested",
      taxpayer.username,
      "for the taxpayer API",
    );
    return { ok: true };
  }

  /** AUTHTOKEN: a session for the client that asked for the OTP. */
  async open(
    taxpayer: Taxpayer,
    login: NewToken & { readonly clientId: string; readonly digits: string },
  ): Promise<Grant | Refused> {
    const situation = this.#situation(taxpayer);
    const step = await this.#step(taxpayer, (logins) =>
      openSession(logins, login, situation),
    );
    if (!step.ok) return step;
    await this.#journal.note("token-issued", taxpayer.username);
    return grant(step.session, situation);
  }

  /** REFRESHTOKEN: a new token in place of the old one, and no OTP. */
  async refresh(
    taxpayer: Taxpayer,
    authToken: string,
    next: NewToken,
  ): Promise<Grant | Refused> {
    const situation = this.#situation(taxpayer);
    const step = await this.#step(taxpayer, (logins) =>
      refreshSession(logins, { authToken, next }, situation),
    );
    if (!step.ok) return step;
    await this.#tell(refreshMessages(taxpayer));
    await this.#journal.note("token-refreshed", taxpayer.username);
    return grant(step.session, situation);
  }

  /** LOGOUT. */
  async close(
    taxpayer: Taxpayer,
    authToken: string,
  ): Promise<{ readonly ok: true } | Refused> {
    const situation = this.#situation(taxpayer);
    const step = await this.#step(taxpayer, (logins) =>
      closeSession(logins, authToken, situation),
    );
    if (!step.ok) return step;
    await this.#journal.note("token-ended", taxpayer.username);
    return { ok: true };
  }

  /** A data call: the session that its token opens. */
  async use(
    taxpayer: Taxpayer,
    authToken: string,
  ): Promise<{ readonly ok: true; readonly session: ApiSession } | Refused> {
    const logins = await this.#logins(taxpayer.username);
    return useSession(logins, authToken, this.#situation(taxpayer));
  }

  /** The session with this token, whatever its age. */
  async find(
    taxpayer: Taxpayer,
    authToken: string,
  ): Promise<ApiSession | undefined> {
    return findSession(await this.#logins(taxpayer.username), authToken);
  }

  /** The switch of a taxpayer stood on `before`; sessions follow where it stands now. */
  async accessChanged(before: ApiAccess, taxpayer: Taxpayer): Promise<void> {
    if (isDeepStrictEqual(before, taxpayer.apiAccess)) return;
    const situation = this.#situation(taxpayer);
    await this.#update(taxpayer.username, (logins) =>
      afterSwitch(logins, before, situation),
    );
  }

  /** Forgets all logins of a taxpayer who is no more. */
  async forget(username: string): Promise<void> {
    await this.#update(username, () => noLogins);
  }

  async #tell(messages: readonly Omit<Message, "at">[]): Promise<void> {
    await Promise.all(messages.map((each) => this.#messages.send(each)));
  }

  #situation({ apiAccess }: Taxpayer): Situation {
    const { apiRules: rules, clock } = this.#context;
    return { access: apiAccess, rules, now: clock.now() };
  }

  async #logins(username: string): Promise<ApiLogins> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    return (await store.get(world, "apiLogins", key)) ?? noLogins;
  }

  /** Takes a step and keeps what it makes of the logins. */
  async #step<Result>(
    taxpayer: Taxpayer,
    take: (logins: ApiLogins) => Step<Result>,
  ): Promise<Step<Result>> {
    let step: Step<Result> | undefined;
    await this.#update(taxpayer.username, (logins) => {
      step = take(logins);
      return step.ok ? step.logins : logins;
    });
    if (!step) throw new Error("the store did not call the change");
    return step;
  }

  async #update(
    username: string,
    change: (logins: ApiLogins) => ApiLogins,
  ): Promise<void> {
    const { store, world } = this.#context;
    const key = username.toLowerCase();
    await store.update(world, "apiLogins", key, (current = noLogins) => {
      const next = change(current);
      return isBare(next) ? undefined : next;
    });
  }
}

function grant(session: ApiSession, { access, rules }: Situation): Grant {
  const window = windowOf(access);
  if (!window) throw new Error("a session was granted while access is off");
  return {
    ok: true,
    session,
    expiry: expiryMinutes(window, rules),
    tokenEnd: tokenEnd(session, rules),
    sessionEnd: sessionEnd(session, window, rules),
  };
}
