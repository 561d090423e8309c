import type { ApiRefusal } from "../domain/api-session.ts";
import { wireError } from "./wire-errors.ts";
import type { WireCode, WireError } from "./wire-errors.ts";

/** What is wrong with a request before the rules of sessions are asked. */
export type RequestFlaw =
  | "malformed-json"
  | "client-id-missing"
  | "client-secret-missing"
  | "client-id-unknown"
  | "client-secret-wrong"
  | "action-unknown"
  | "field-missing"
  | "user-unknown"
  | "state-mismatch"
  | "gstin-mismatch"
  | "app-key-unreadable"
  | "header-missing"
  | "data-unreadable"
  | "hmac-mismatch";

/** Every way in which a client can be refused. */
export type Refusal = RequestFlaw | ApiRefusal;

/** Refusal to code. */
export type RefusalCodes = Readonly<Record<Refusal, WireCode>>;

/**
 * The answers of the authentication actions. "Attested" and "choice" follow the facts'
 * decisions (taxpayer API §4) and say how sure the pairing is, not the code's text.
 */
export const authenticationCodes: RefusalCodes = {
  "malformed-json": "GEN5007", // L
  "client-id-missing": "AUT4031", // attested
  "client-secret-missing": "AUT4032", // attested
  "client-id-unknown": "AUT4033", // attested, seen live
  "client-secret-wrong": "AUT4034", // attested
  "action-unknown": "AUTH4035", // L
  "field-missing": "GEN5001", // L
  "header-missing": "GEN5001", // choice
  "user-unknown": "AUTH4032", // attested
  "state-mismatch": "AUTH4041", // attested
  "gstin-mismatch": "AUTH4041", // choice
  "app-key-unreadable": "AUTH4036", // attested
  "data-unreadable": "AUTH4039", // choice
  "hmac-mismatch": "AUTH4040", // choice
  "access-off": "AUTH4037", // OTPREQUEST attested (row 9); others choice (10, 16, 18)
  "access-ended": "AUTH4037", // choice (row 14)
  "duration-too-short-to-refresh": "AUTH4037", // choice, from its text (row 12)
  "too-many-sessions": "AUTH403", // attested (row 19)
  "otp-not-accepted": "AUTH4033", // attested (row 8); AUTH4034 stands in tables only
  "token-unknown": "AUTH4033", // attested
  "token-expired": "AUTH4038", // code attested, pairing choice (row 17)
  "refresh-too-late": "AUTH4033", // choice (row 15)
};

/** Every refusal there is. */
export const REFUSALS = Object.keys(authenticationCodes) as Refusal[];

/** What all data calls of returns answer in place of the above (facts §6.3). */
const returnsCodes = {
  ...authenticationCodes,
  "header-missing": "RET11400",
  "user-unknown": "RET11409",
  "state-mismatch": "RET11404",
  "gstin-mismatch": "RET11410",
} as const satisfies RefusalCodes;

/** The answers of each data call; its family has its own word for a token it does not know. */
export const dataCallCodes = {
  GETPREF: { ...returnsCodes, "token-unknown": "RT-R1R3BAV-1007" }, // M
  RETSAVE: { ...returnsCodes, "token-unknown": "AUTH158" }, // M
} as const satisfies Record<string, RefusalCodes>;

/** The error that a refusal becomes; `changes` are codes that a setting puts elsewhere. */
export function errorFor(
  refusal: Refusal,
  codes: RefusalCodes,
  changes: Partial<RefusalCodes> = {},
): WireError {
  return wireError(changes[refusal] ?? codes[refusal]);
}
