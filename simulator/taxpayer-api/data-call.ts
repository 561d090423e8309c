import { randomUUID } from "node:crypto";
import type { ApiSession } from "../domain/api-session.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import type { Portal } from "../portal/portal.ts";
import { ekOf } from "./actions.ts";
import { refuse } from "./call.ts";
import type { ApiParts, Claim, Client, Refused } from "./call.ts";
import { claimFlaw, clientFlaw } from "./checks.ts";
import { openRequest, sealAnswer } from "./cryptography.ts";
import { dataCallCodes } from "./replies.ts";
import type { Refusal } from "./replies.ts";

/** A data call, whatever face it came through. */
export interface DataCall extends Client, Claim {
  readonly action: string | undefined;
  readonly authToken: string | undefined;
  /** `MMYYYY` */
  readonly period: string | undefined;
  /** Such as `2026-27`. */
  readonly financialYear: string | undefined;
  /** What a PUT brings: text where it is encrypted, any JSON value where it is plain. */
  readonly data: unknown;
  readonly hmac: string | undefined;
}

/** What the answer's body says besides its status: sealed, or plain in a plain session. */
export interface DataSuccess {
  readonly ok: true;
  readonly content: object;
}

type Step =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly refusal: Refusal };

interface Handler {
  take(call: DataCall, session: ApiSession): Step;
}

const ACTIONS = {
  GETPREF: { take: getPreference },
  RETSAVE: { take: saveReturn },
} as const satisfies Record<string, Handler>;
type DataAction = keyof typeof ACTIONS;

/**
 * Answers a data call, after the checks in the portal's order (design 1.9): app, action,
 * headers, taxpayer, state and GSTIN, and then what the domain knows: access, token, its age.
 */
export async function answerData(
  call: DataCall,
  portal: Portal,
  parts: ApiParts,
): Promise<DataSuccess | Refused> {
  const client = clientFlaw(call, parts.clients);
  if (client) return refuse(client, parts);
  const action = actionOf(call);
  if (!action) return refuse("action-unknown", parts);
  const taxpayer = await portal.taxpayers.find(call.username ?? "");
  const outcome = await judge(call, action, taxpayer, portal);
  if (outcome.ok) {
    const detail = [action, isPeriod(call.period) && call.period];
    await portal.journal.note(
      "data-call",
      taxpayer?.username,
      detail.filter(Boolean).join(" "),
    );
    return { ok: true, content: outcome.content };
  }
  const refused = refuse(outcome.refusal, parts, dataCallCodes[action]);
  const { code, message } = refused.error;
  await portal.journal.note(
    "token-refused",
    taxpayer?.username,
    `${action}: ${code} ${message}`,
  );
  return refused;
}

/** GET and PUT name their actions in different places; see the faces. */
function actionOf({ action }: DataCall): DataAction | undefined {
  return action !== undefined && Object.hasOwn(ACTIONS, action)
    ? (action as DataAction)
    : undefined;
}

async function judge(
  call: DataCall,
  action: DataAction,
  taxpayer: Taxpayer | undefined,
  portal: Portal,
): Promise<DataSuccess | { ok: false; refusal: Refusal }> {
  const { username, stateCode, gstins, authToken = "" } = call;
  // A missing token is one that nobody knows: India Compliance sends none at first, and asks
  // for an OTP only at the family's code (facts §7.1).
  if (!username || !stateCode || gstins.length === 0) {
    return { ok: false, refusal: "header-missing" };
  }
  if (!taxpayer) return { ok: false, refusal: "user-unknown" };
  const claim = claimFlaw(call, taxpayer);
  if (claim) return { ok: false, refusal: claim };
  const used = await portal.api.use(taxpayer, authToken);
  if (!used.ok) return used;
  const step = ACTIONS[action].take(call, used.session);
  if (!step.ok) return step;
  const ek = ekOf(used.session);
  return {
    ok: true,
    content: ek ? sealAnswer(step.value, ek) : { data: step.value },
  };
}

/** The return filing preference: monthly in every quarter. The shape is a choice (L). */
function getPreference({ financialYear = "" }: DataCall): Step {
  if (!/^\d{4}-\d{2}$/.test(financialYear)) {
    return { ok: false, refusal: "field-missing" };
  }
  const response = ["Q1", "Q2", "Q3", "Q4"].map((quarter) => ({
    quarter,
    preference: "M",
  }));
  return { ok: true, value: { response } };
}

/** Takes a return's data and forgets it; all that it proves is the client's cipher path. */
function saveReturn({ data, hmac }: DataCall, session: ApiSession): Step {
  const saved = { ok: true, value: { reference_id: randomUUID() } } as const;
  const ek = ekOf(session);
  if (!ek) {
    return data === undefined ? { ok: false, refusal: "field-missing" } : saved;
  }
  if (typeof data !== "string" || hmac === undefined) {
    return { ok: false, refusal: "field-missing" };
  }
  const opened = openRequest({ data, hmac }, ek);
  if (opened.ok) return saved;
  return {
    ok: false,
    refusal: opened.flaw === "hmac" ? "hmac-mismatch" : "data-unreadable",
  };
}

function isPeriod(text: string | undefined): text is string {
  return text !== undefined && /^\d{6}$/.test(text);
}
