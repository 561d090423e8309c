import type { ApiSession } from "../domain/api-session.ts";
import type { Grant } from "../portal/api-sessions.ts";
import type { AuthCall, AuthScene, AuthStep } from "./auth-call.ts";
import { newToken } from "./call.ts";
import {
  decryptAppKey,
  decryptOtp,
  keyFromText,
  keyToText,
  newKey,
  unwrapKey,
  wrapKey,
} from "./cryptography.ts";
import type { SecretKey } from "./cryptography.ts";

/*
 * The four actions (facts: taxpayer API §2.1). A client that sends an `app_key` gets an
 * encrypted session, one that sends none a plain one (facts §7.1, "passthrough").
 */

const UNREADABLE = { ok: false, refusal: "app-key-unreadable" } as const;

export async function requestOtp(
  call: AuthCall,
  scene: AuthScene,
): Promise<AuthStep> {
  const { isReadable } = await readAppKey(call, scene);
  if (!isReadable) return UNREADABLE;
  return scene.portal.api.requestOtp(scene.taxpayer, call.clientId);
}

export async function logIn(
  call: AuthCall,
  scene: AuthScene,
): Promise<AuthStep> {
  const { isReadable, appKey } = await readAppKey(call, scene);
  if (!isReadable) return UNREADABLE;
  const { portal, taxpayer } = scene;
  const { otp = "", clientId } = call;
  const digits = appKey && !isPlain(otp) ? decryptOtp(otp, appKey) : otp;
  const keys = appKey && newKeys(appKey);
  const outcome = await portal.api.open(taxpayer, {
    clientId,
    digits: digits ?? "",
    authToken: await tokenFor(call, scene),
    ...(keys && { keys: keys.asText }),
  });
  return outcome.ok ? granted(outcome, keys) : outcome;
}

/** The app key is an old or a new one, wrapped in the session's key. */
export async function refresh(
  call: AuthCall,
  { portal, taxpayer }: AuthScene,
): Promise<AuthStep> {
  const { authToken = "", appKey: field, sessionId } = call;
  const session = await portal.api.find(taxpayer, authToken);
  const ek = ekOf(session);
  if (ek && field === undefined) return { ok: false, refusal: "field-missing" };
  const appKey = ek && unwrapKey(field ?? "", ek);
  if (ek && !appKey) return UNREADABLE;
  const keys = appKey && newKeys(appKey);
  const outcome = await portal.api.refresh(taxpayer, authToken, {
    authToken: sessionId ?? newToken(),
    ...(keys && { keys: keys.asText }),
  });
  return outcome.ok ? granted(outcome, keys) : outcome;
}

export async function logOut(
  call: AuthCall,
  scene: AuthScene,
): Promise<AuthStep> {
  const { isReadable } = await readAppKey(call, scene);
  if (!isReadable) return UNREADABLE;
  return scene.portal.api.close(scene.taxpayer, call.authToken ?? "");
}

async function readAppKey(
  { appKey: field }: AuthCall,
  { parts }: AuthScene,
): Promise<{ isReadable: boolean; appKey?: SecretKey | undefined }> {
  if (field === undefined) return { isReadable: true };
  const { privateKey } = await parts.certificate();
  const appKey = decryptAppKey(field, privateKey);
  return { isReadable: appKey !== undefined, appKey };
}

/** Two clients send the digits bare beside an app key (facts §7.1, "near-raw"). */
function isPlain(otp: string): boolean {
  return /^\d{4,8}$/.test(otp);
}

/** A name that the client gave its session, unless another session has it. */
async function tokenFor(
  { sessionId }: AuthCall,
  { portal, taxpayer }: AuthScene,
): Promise<string> {
  if (sessionId === undefined) return newToken();
  const other = await portal.api.find(taxpayer, sessionId);
  return other ? newToken() : sessionId;
}

interface NewKeys {
  readonly sek: string;
  readonly asText: NonNullable<ApiSession["keys"]>;
}

/** The keys of a session from now on: the client's app key, and an EK of ours. */
function newKeys(appKey: SecretKey): NewKeys {
  const ek = newKey();
  return {
    sek: wrapKey(ek, appKey),
    asText: { appKey: keyToText(appKey), ek: keyToText(ek) },
  };
}

/** The key that a session's data is encrypted with; `undefined` where it is plain. */
export function ekOf(session: ApiSession | undefined): SecretKey | undefined {
  return session?.keys && keyFromText(session.keys.ek);
}

function granted(grant: Grant, keys: NewKeys | undefined): AuthStep {
  return { ok: true, grant, ...(keys && { sek: keys.sek }) };
}
