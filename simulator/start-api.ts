import { systemClock } from "./clock.ts";
import { defaultApiSessionRules } from "./domain/api-session-rules.ts";
import type { ApiSessionRules } from "./domain/api-session-rules.ts";
import { SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store/store.ts";
import type { ApiParts } from "./taxpayer-api/call.ts";
import { loadOrCreateCertificate } from "./taxpayer-api/certificate.ts";
import type { ApiCertificate } from "./taxpayer-api/certificate.ts";
import { REFUSALS } from "./taxpayer-api/replies.ts";
import type { RefusalCodes } from "./taxpayer-api/replies.ts";
import { WIRE_CODES, isWireCode } from "./taxpayer-api/wire-errors.ts";

/** What the settings make of the rules of API sessions. */
export function apiRules(settings: Settings): ApiSessionRules {
  return {
    ...defaultApiSessionRules,
    sessionRunsFrom: settings.apiSessionFrom,
    noEndsSessions: !settings.apiNoKeepsSessions,
    expiryCounts: settings.apiExpiry,
    refreshGrace: settings.apiRefreshGrace,
    sessionLimit: settings.apiSessionLimit,
  };
}

/**
 * What the taxpayer API works with. A key pair that lies in files is read now, so that what
 * is wrong with it is said at the start; another one is made when a client first asks, and
 * kept in the store, as a client may call one instance for it and log in on the next.
 */
export async function createApiParts(
  settings: Settings,
  store: Store,
): Promise<ApiParts> {
  const { apiKey, apiCertificate, dataDir, apiClients, apiCodes } = settings;
  const load = () =>
    loadOrCreateCertificate(
      {
        ...(apiKey !== undefined && { keyFile: apiKey }),
        ...(apiCertificate !== undefined && { certFile: apiCertificate }),
        ...(dataDir !== undefined && { dataDir }),
        agree: (first) => store.agree("taxpayer-api", first),
      },
      systemClock.now(),
    );
  const isInFiles = [apiKey, apiCertificate, dataDir].some(Boolean);
  let pair = isInFiles ? await explained(load()) : undefined;
  return {
    clients: apiClients && new Map(Object.entries(apiClients)),
    codes: checkedCodes(apiCodes),
    certificate: async () => (pair ??= await load()),
  };
}

function checkedCodes(codes: Settings["apiCodes"]): Partial<RefusalCodes> {
  for (const [refusal, code] of Object.entries(codes)) {
    if (!REFUSALS.some((known) => known === refusal)) {
      throw new SettingsError(
        `--api-codes: there is no refusal "${refusal}"; there is ${REFUSALS.join(", ")}.`,
      );
    }
    if (!isWireCode(code)) {
      throw new SettingsError(
        `--api-codes: there is no code "${code}"; there is ${WIRE_CODES.join(", ")}.`,
      );
    }
  }
  return codes;
}

async function explained(
  loading: Promise<ApiCertificate>,
): Promise<ApiCertificate> {
  try {
    return await loading;
  } catch (error) {
    throw new SettingsError(
      `The taxpayer API's key pair cannot be used: ${(error as Error).message}.`,
    );
  }
}
