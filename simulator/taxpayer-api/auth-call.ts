import type { Taxpayer } from "../domain/taxpayer.ts";
import type { Grant } from "../portal/api-sessions.ts";
import type { Portal } from "../portal/portal.ts";
import type { ApiParts, Claim, Client } from "./call.ts";
import type { Refusal } from "./replies.ts";

/** A call of one of the four actions, whatever face it came through. */
export interface AuthCall extends Client, Claim {
  readonly action: string | undefined;
  /** Encrypted, as it came; a call without it speaks plain JSON. */
  readonly appKey: string | undefined;
  /** Encrypted where there is an app key, else the digits. */
  readonly otp: string | undefined;
  readonly authToken: string | undefined;
  /** What a new token is to be, where the face lets clients name their session. */
  readonly sessionId?: string | undefined;
}

/** What an action gives: a token after a login or a refresh, with `sek` where it is encrypted. */
export interface AuthSuccess {
  readonly ok: true;
  readonly grant?: Grant;
  readonly sek?: string;
}

export type AuthStep =
  AuthSuccess | { readonly ok: false; readonly refusal: Refusal };

/** What an action works with besides the call. */
export interface AuthScene {
  readonly taxpayer: Taxpayer;
  readonly portal: Portal;
  readonly parts: ApiParts;
}
