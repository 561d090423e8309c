import type { Taxpayer } from "../domain/taxpayer.ts";
import type { Portal } from "../portal/portal.ts";
import { logIn, logOut, refresh, requestOtp } from "./actions.ts";
import type {
  AuthCall,
  AuthScene,
  AuthStep,
  AuthSuccess,
} from "./auth-call.ts";
import { refuse } from "./call.ts";
import type { ApiParts, Refused } from "./call.ts";
import { claimFlaw, clientFlaw } from "./checks.ts";

interface Action {
  readonly needs: readonly ("username" | "otp" | "authToken")[];
  take(call: AuthCall, scene: AuthScene): Promise<AuthStep>;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  OTPREQUEST: { needs: ["username"], take: requestOtp },
  AUTHTOKEN: { needs: ["username", "otp"], take: logIn },
  REFRESHTOKEN: { needs: ["username", "authToken"], take: refresh },
  LOGOUT: { needs: ["username", "authToken"], take: logOut },
};

/**
 * Takes one of the four actions, after the checks in the portal's order (design 1.9): app,
 * action, fields, taxpayer, state, app key, and then what the domain knows. What is refused
 * changes nothing and is journaled.
 */
export async function authenticate(
  call: AuthCall,
  portal: Portal,
  parts: ApiParts,
): Promise<AuthSuccess | Refused> {
  const taxpayer = await portal.taxpayers.find(call.username ?? "");
  const step = await judge(call, taxpayer, portal, parts);
  if (step.ok) return step;
  const refused = refuse(step.refusal, parts);
  await portal.journal.note(
    "token-refused",
    taxpayer?.username,
    `${actionOf(call) ? call.action : "?"}: ${refused.error.code} ${refused.error.message}`,
  );
  return refused;
}

async function judge(
  call: AuthCall,
  taxpayer: Taxpayer | undefined,
  portal: Portal,
  parts: ApiParts,
): Promise<AuthStep> {
  const client = clientFlaw(call, parts.clients);
  if (client) return { ok: false, refusal: client };
  const action = actionOf(call);
  if (!action) return { ok: false, refusal: "action-unknown" };
  if (action.needs.some((field) => call[field] === undefined)) {
    return { ok: false, refusal: "field-missing" };
  }
  if (!taxpayer) return { ok: false, refusal: "user-unknown" };
  const claim = claimFlaw(call, taxpayer);
  if (claim) return { ok: false, refusal: claim };
  return action.take(call, { taxpayer, portal, parts });
}

function actionOf({ action = "" }: AuthCall): Action | undefined {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
}
