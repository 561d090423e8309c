/** A message that the portal would have sent to a taxpayer's phone or mailbox. */
export interface Message {
  /** Epoch milliseconds on the world's clock. */
  readonly at: number;
  readonly channel: "sms" | "email";
  readonly username: string;
  readonly text: string;
  /** The one-time password in the text, where there is one. */
  readonly otp?: string;
}
