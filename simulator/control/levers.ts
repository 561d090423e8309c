import type {
  CaptchaAnswer,
  ClockAnswer,
  FaultAnswer,
  FaultBody,
  JournalAnswer,
  JournalQuery,
  MessageAnswer,
  ProgressAnswer,
  ScenarioAnswer,
  ScenarioBody,
  TaxpayerAnswer,
  TaxpayerBody,
  TaxpayerFields,
} from "./wire.ts";

/**
 * The levers of one world: the same verbs in the library, in the Playwright kit and over
 * HTTP. A wrong call rejects with a message that says what was wrong and what there is
 * instead, and changes nothing.
 */
export interface Control {
  /** Back to the scenario's first state, the clock on real time, all sign-ins gone. */
  reset(): Promise<void>;

  /** The scenario the world is in; with a name or a scenario, it is put into that one first. */
  scenario(scenario?: string | ScenarioBody): Promise<ScenarioAnswer>;

  taxpayers(): Promise<TaxpayerAnswer[]>;
  taxpayer(username: string): Promise<TaxpayerAnswer>;
  /** Creates or replaces a taxpayer; what is not said is plain. */
  putTaxpayer(taxpayer: TaxpayerBody): Promise<TaxpayerAnswer>;
  /** Changes the given fields of a taxpayer. */
  patchTaxpayer(
    username: string,
    fields: TaxpayerFields,
  ): Promise<TaxpayerAnswer>;
  deleteTaxpayer(username: string): Promise<void>;
  /** A taxpayer begins anew: as the scenario has it, signed out, no step done. */
  resetTaxpayer(username: string): Promise<void>;
  /** How far each taxpayer has come in the guide's six steps. */
  progress(): Promise<ProgressAnswer[]>;

  /** The instant it is in the world. */
  now(): Promise<Date>;
  /** Moves the clock to an instant, also into the past; time flows on from there. */
  setNow(instant: string | Date): Promise<ClockAnswer>;
  /** Moves the clock on by an ISO 8601 duration, such as `PT6H`. */
  advance(by: string): Promise<ClockAnswer>;

  /** The faults that are armed, in the order in which they came. */
  faults(): Promise<FaultAnswer[]>;
  /** Arms a fault behind those there are, and returns the queue. */
  addFault(fault: FaultBody): Promise<FaultAnswer[]>;
  clearFaults(): Promise<void>;

  /** What the portal has sent, to one taxpayer or to all, newest first. */
  messages(username?: string): Promise<MessageAnswer[]>;
  clearMessages(username?: string): Promise<void>;

  /** What the CAPTCHA shown last expects; refused where none is shown. */
  captcha(): Promise<CaptchaAnswer>;

  /** What happened, newest first. */
  journal(query?: JournalQuery): Promise<JournalAnswer[]>;
  /** Forgets events, all or some. */
  clearJournal(query?: Omit<JournalQuery, "limit">): Promise<void>;
}
