import { randomBytes } from "node:crypto";
import type { ApiCertificate } from "./certificate.ts";
import { authenticationCodes, errorFor } from "./replies.ts";
import type { Refusal, RefusalCodes } from "./replies.ts";
import type { WireError } from "./wire-errors.ts";

/** The credentials of the app behind a call; `""` where it sent none. */
export interface Client {
  readonly clientId: string;
  /** `undefined` where a face has no place for it in its calls. */
  readonly clientSecret: string | undefined;
}

/** Whom a call is about, as its sender says. */
export interface Claim {
  readonly username: string | undefined;
  /** The first two digits of the GSTIN. */
  readonly stateCode: string | undefined;
  /** Every GSTIN that the call names, in header and address. */
  readonly gstins: readonly string[];
}

/** What the API knows besides the world that a call is in. */
export interface ApiParts {
  /** The apps that may call, with their secrets; any app may where there is no list. */
  readonly clients: ReadonlyMap<string, string> | undefined;
  /** Codes that stand in for the default ones. */
  readonly codes: Partial<RefusalCodes>;
  /** The key pair; made when it is first asked for. */
  certificate(): Promise<ApiCertificate>;
}

/** A refusal on its way to a face. */
export interface Refused {
  readonly ok: false;
  readonly error: WireError;
}

export function refuse(
  refusal: Refusal,
  { codes }: ApiParts,
  table: RefusalCodes = authenticationCodes,
): Refused {
  return { ok: false, error: errorFor(refusal, table, codes) };
}

/** A new `auth_token`: 32 hexadecimal characters, as in the sample of 2017 (facts §2.1). */
export function newToken(): string {
  return randomBytes(16).toString("hex");
}
