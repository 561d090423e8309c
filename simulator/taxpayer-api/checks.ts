import { timingSafeEqual } from "node:crypto";
import type { Taxpayer } from "../domain/taxpayer.ts";
import type { Claim, Client } from "./call.ts";
import type { RequestFlaw } from "./replies.ts";

/** What the gateway says of the app behind a call; nothing where any app may call. */
export function clientFlaw(
  { clientId, clientSecret }: Client,
  clients: ReadonlyMap<string, string> | undefined,
): RequestFlaw | undefined {
  if (!clients) return undefined;
  if (clientId === "") return "client-id-missing";
  if (clientSecret === "") return "client-secret-missing";
  const secret = clients.get(clientId);
  if (secret === undefined) return "client-id-unknown";
  return clientSecret === undefined || isEqual(secret, clientSecret)
    ? undefined
    : "client-secret-wrong";
}

/** Whether a call's state code, and each GSTIN that it names, are the taxpayer's. */
export function claimFlaw(
  { stateCode, gstins }: Claim,
  taxpayer: Taxpayer,
): RequestFlaw | undefined {
  if (stateCode !== taxpayer.gstin.slice(0, 2)) return "state-mismatch";
  return gstins.every((gstin) => gstin.toUpperCase() === taxpayer.gstin)
    ? undefined
    : "gstin-mismatch";
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
