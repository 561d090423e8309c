/** An error as it travels. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  /** The HTTP status: 200 for the portal's own errors, 403 for the gateway's (facts §2.3). */
  readonly status: number;
}

const GATEWAY = 403;

/**
 * Every code with its message, exact to the letter (facts: taxpayer API §6.2 and §6.3, with
 * their confidence). A code that no client can cause is there to be called up by a fault.
 */
const table = {
  // The gateway.
  AUT4031: { message: "Client ID is Null", status: GATEWAY }, // M
  AUT4032: { message: "Client-Secret is Null", status: GATEWAY }, // M
  AUT4033: { message: "Invalid Client ID", status: GATEWAY }, // M, seen live
  AUT4034: { message: "Invalid Client-Secret", status: GATEWAY }, // M
  AUTH_9036: { message: "Username and ClientId combination is invalid" }, // L

  // The request.
  GEN5001: { message: "Missing Mandatory Params" }, // L
  GEN5007: { message: "Malformed Request" }, // L
  AUTH4035: { message: "Invalid Request Action" }, // L
  AUTH4039: { message: "Invalid Data Object" }, // L
  AUTH4040: { message: "Malformed Request Detected" }, // L
  TEC4002: { message: "Invalid Data Format" }, // M
  TEC4003: { message: "Invalid AppKey" }, // M

  // The taxpayer.
  AUTH4032: { message: "Invalid USER" }, // M
  AUTH4041: { message: "Invalid Parameter state-cd in request header" }, // H
  SWEB9002: { message: "Invalid User ID or Password" }, // M
  SWEB9033: { message: "Your Password has expired" }, // M
  SWEB9035: { message: "Account is Locked" }, // M
  AUTH_9002: { message: "Invalid User ID or Password" }, // M
  AUTH_9033: { message: "Your Password has expired" }, // M
  AUTH_9035: { message: "Account is Locked" }, // M

  // Login and session.
  AUTH4033: { message: "Invalid Session" }, // H
  AUTH4034: { message: "Invalid OTP" }, // M; in practice AUTH4033 comes instead
  AUTH4036: { message: "Invalid App Key" }, // M
  AUTH4037: {
    message:
      "API access is not available or user expiry Duration is less than or equal to auth token expiry duration",
  }, // H
  AUTH4038: { message: "Session Expired" }, // H
  AUTH403: {
    message: "Maximum session allowed for user with this GSP account exceeded.",
  }, // H
  TEC4001: {
    message: "OTP generation failed as OTP server is down. Contact Support",
  }, // H

  // Data calls.
  RET11400: { message: "Header Value Missing" }, // M
  RET11402: { message: "Unauthorized User" }, // H
  RET11404: { message: "State Code is not valid" }, // M
  RET11407: { message: "AuthToken is invalid" }, // M
  RET11408: { message: "Invalid Transaction ID" }, // M
  RET11409: { message: "Username is not Valid" }, // M
  RET11410: { message: "Invalid GSTIN" }, // M
  "RT-R1R3BAV-1007": { message: "either auth-token or username invalid" }, // M
  AUTH158: { message: "Unauthorized User" }, // code M; its message is not known: choice
} as const satisfies Record<
  string,
  { readonly message: string; readonly status?: number }
>;

export type WireCode = keyof typeof table;

/** All codes that have a message here. */
export const WIRE_CODES = Object.keys(table) as WireCode[];

export function isWireCode(code: string): code is WireCode {
  return Object.hasOwn(table, code);
}

/** The error of that code. */
export function wireError(code: WireCode): WireError {
  const entry: { message: string; status?: number } = table[code];
  return { code, message: entry.message, status: entry.status ?? 200 };
}
