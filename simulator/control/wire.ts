/**
 * What goes in and out of the control plane, over HTTP and through the library alike.
 * Instants are ISO 8601 in UTC (`2026-11-24T09:30:00.000Z`), durations ISO 8601 (`PT6H`). One
 * shape after the other.
 */

import type { DurationLabel } from "../domain/editions.ts";
import type { ApiAction, FaultKind, FaultPlace } from "../domain/faults.ts";
import type { JournalKind } from "../domain/journal.ts";
import type { Trouble } from "../domain/progress.ts";
import type { Popup } from "../domain/taxpayer.ts";

/** API access as a body gives it: off, or on for a duration from `since` (now) on. */
export type ApiAccessBody =
  | { readonly enabled: false }
  | {
      readonly enabled: true;
      readonly duration: DurationLabel;
      readonly since?: string | undefined;
    };

/** The fields of a taxpayer that may be set; each may be left out. */
export interface TaxpayerFields {
  readonly password?: string | undefined;
  /** 15 characters with the right check digit. */
  readonly gstin?: string | undefined;
  readonly legalName?: string | undefined;
  readonly tradeName?: string | undefined;
  readonly apiAccess?: ApiAccessBody | undefined;
  /** Wrong passwords since the last right one. */
  readonly failedLogins?: number | undefined;
  readonly locked?: boolean | undefined;
  readonly passwordExpired?: boolean | undefined;
  /** Whether the portal asks for a one-time password at sign-in, as on a new device. */
  readonly newDevice?: boolean | undefined;
  /** The windows over the landing page. */
  readonly popups?: readonly Popup[] | undefined;
  /** How many browsers may be signed in at once; the edition's number unless said. */
  readonly sessionCap?: number | undefined;
  readonly centreJurisdiction?: string | undefined;
  readonly stateJurisdiction?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly registeredOn?: string | undefined;
  readonly constitution?: string | undefined;
  readonly taxpayerType?: string | undefined;
  /** One that starts with `Cancelled` cannot sign in. */
  readonly status?: string | undefined;
  readonly complianceRating?: string | undefined;
  readonly people?: readonly string[] | undefined;
  readonly businessActivities?: readonly string[] | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
  readonly lastLoginAt?: string | undefined;
}

/** A taxpayer to create or replace. */
export interface TaxpayerBody extends TaxpayerFields {
  readonly username: string;
}

/** API access as the control plane tells it. */
export interface ApiAccessAnswer {
  /** Whether access is open now. */
  readonly enabled: boolean;
  readonly duration?: string;
  readonly since?: string;
  readonly until?: string;
}

/** A taxpayer as the control plane tells it. */
export interface TaxpayerAnswer {
  readonly username: string;
  readonly password: string;
  readonly gstin: string;
  readonly legalName: string;
  readonly tradeName?: string;
  readonly apiAccess: ApiAccessAnswer;
  readonly failedLogins: number;
  readonly locked: boolean;
  readonly passwordExpired: boolean;
  readonly newDevice: boolean;
  readonly popups: readonly Popup[];
  /** How many browsers may be signed in at once, where it is not the edition's number. */
  readonly sessionCap?: number;
  readonly centreJurisdiction: string;
  readonly stateJurisdiction: string;
  readonly registeredOn: string;
  readonly constitution: string;
  readonly taxpayerType: string;
  readonly status: string;
  readonly complianceRating: string;
  readonly people: readonly string[];
  readonly businessActivities: readonly string[];
  readonly address: string;
  readonly email: string;
  readonly mobile: string;
  readonly lastLoginAt?: string;
}

/** A scenario by its name, or one of the caller's own. */
export interface ScenarioBody {
  /** What an editor checks a file by; nothing to the simulator. */
  readonly $schema?: string | undefined;
  readonly name: string;
  readonly taxpayers?: readonly TaxpayerBody[] | undefined;
}

/** A scenario as the control plane tells it; it can be put again as it is. */
export interface ScenarioAnswer {
  readonly name: string;
  readonly taxpayers: readonly TaxpayerBody[];
}

/** The state of a world's clock. `offset` is how far it is from real time. */
export interface ClockAnswer {
  readonly now: string;
  readonly offset: string;
}

/** Something that happened. Never a password, an OTP or a token in it. */
export interface JournalAnswer {
  readonly at: string;
  readonly kind: JournalKind;
  readonly username?: string;
  readonly detail: string;
}

/** How far a taxpayer has come in the guide's six steps. */
export interface ProgressAnswer {
  readonly username: string;
  /** How many steps are reached, 0 to 6. */
  readonly step: number;
  /** When each of them was first reached. */
  readonly reachedAt: readonly string[];
  /** From the first sign-in until now, or to the sixth step. */
  readonly spent: string;
  /** Since the step that was reached last; `PT0S` before the first and after the sixth. */
  readonly inStep: string;
  /** Why help may be needed; `waiting` is three minutes or more in one step. */
  readonly trouble?: Trouble;
}

export interface JournalQuery {
  readonly username?: string | undefined;
  readonly kind?: JournalKind | undefined;
  /** At most so many, the newest. */
  readonly limit?: number | undefined;
}

/** "The next `times` times, this page (or API action) answers so." */
export interface FaultBody {
  /** A page with its XHR calls, or the taxpayer API. */
  readonly at: FaultPlace;
  /**
   * `error`: an error page or body with `status`. `maintenance`: a page that says so,
   * without a form. `session-expired`: the sign-in is gone. `hang-up`: the connection is
   * cut. `delay`: the right answer, after `delay`. `code`: the taxpayer API, or at `login` the
   * sign-in, refuses with `code`. Whatever the kind, nothing of the request is done, except with `delay`.
   */
  readonly kind: FaultKind;
  /** The HTTP status of `error` and `maintenance`, 400 to 599; 503 where it is left out. */
  readonly status?: number | undefined;
  /** An ISO 8601 duration of real time to wait first; needed by `delay`, good with any kind. */
  readonly delay?: string | undefined;
  /**
   * An error code of the taxpayer API, such as `AUTH4037`, or at `login` SWEB_8000, SWEB_8002
   * or RSK_1001; needed by `code`.
   */
  readonly code?: string | undefined;
  /** Strikes only this action of the taxpayer API. */
  readonly action?: ApiAction | undefined;
  /** Strikes only this HTTP method. */
  readonly method?: FaultMethod | undefined;
  /** How often it strikes; once where it is left out. */
  readonly times?: number | undefined;
}

export type FaultMethod = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A fault that is armed; `times` is how often it will still strike. */
export interface FaultAnswer {
  readonly at: FaultPlace;
  readonly kind: FaultKind;
  readonly status?: number;
  readonly delay?: string;
  readonly code?: string;
  readonly action?: ApiAction;
  readonly method?: string;
  readonly times: number;
}

/** A CAPTCHA that can be answered. */
export interface CaptchaAnswer {
  /** The digits to type. */
  readonly answer: string;
  readonly expiresAt: string;
}

/** A message that the portal would have sent. */
export interface MessageAnswer {
  readonly at: string;
  readonly channel: "sms" | "email";
  readonly username: string;
  readonly text: string;
  /** The one-time password in the text, where there is one. */
  readonly otp?: string;
}
