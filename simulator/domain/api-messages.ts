import { formatIst } from "./ist.ts";
import type { Message } from "./messages.ts";
import type { Taxpayer } from "./taxpayer.ts";

type Draft = Omit<Message, "at">;

/**
 * What a taxpayer gets when a client asks for an OTP. Its gist is attested (facts: taxpayer
 * API §5.2, M); the words are ours.
 *
 * @param validUntil epoch milliseconds
 */
export function otpMessages(
  taxpayer: Taxpayer,
  otp: string,
  validUntil: number,
): Draft[] {
  const { gstin } = taxpayer;
  const text = `${otp} is the OTP to verify your GST registration ${gstin}. It is valid till ${formatIst(validUntil)} IST. A client program asked for it to use the GST API in your name.`;
  return toBoth(taxpayer, { text, otp });
}

/** What a taxpayer gets when a client refreshes its token (facts: taxpayer API §5.2, M). */
export function refreshMessages(taxpayer: Taxpayer): Draft[] {
  const text = `Authentication token refreshed for your GSTIN ${taxpayer.gstin}. A client program goes on using the GST API in your name; choose No on Manage API Access to stop it.`;
  return toBoth(taxpayer, { text });
}

function toBoth(
  { username }: Taxpayer,
  message: Pick<Draft, "text" | "otp">,
): Draft[] {
  return [
    { channel: "sms", username, ...message },
    { channel: "email", username, ...message },
  ];
}
