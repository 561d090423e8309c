import type { APIRequestContext, APIResponse } from "@playwright/test";
import { createTaxpayerApiClient } from "../../kit/taxpayer-api-client.ts";
import { test as base } from "../support/test.ts";

export { expect } from "../support/test.ts";

/** A refusal as the control plane words it. */
export interface Refusal {
  readonly error: {
    readonly message: string;
    readonly path?: string;
    readonly known?: readonly string[];
  };
}

/** What the control plane answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** `world` is this test's where it is left out. */
type Call = (
  method: string,
  path: string,
  body?: unknown,
  world?: string,
) => Promise<Answer>;

interface Fixtures {
  readonly call: Call;
  /** Lets the portal send this taxpayer, whose access is on, an OTP: by SMS and by e-mail. */
  readonly requestOtp: (username: string) => Promise<void>;
}

/** `test` with the control plane as it is over HTTP, in this test's world. */
export const test = base.extend<Fixtures>({
  call: async ({ request }, use) => {
    await use(caller(request));
  },
  requestOtp: async ({ simulator, control }, use) => {
    await use(async (username) => {
      const { gstin } = await control.taxpayer(username);
      await createTaxpayerApiClient({
        baseUrl: simulator.url,
        username,
        gstin,
        headers: { "X-Simulator-World": control.world },
      }).requestOtp();
    });
  },
});

/** Calls the control plane; `path` is without `/__simulator`. */
export function caller(request: APIRequestContext): Call {
  return async (method, path, body, world) => {
    const answer = await request.fetch(`/__simulator${path}`, {
      method,
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(world !== undefined && { "X-Simulator-World": world }),
      },
      ...(body !== undefined && { data: JSON.stringify(body) }),
      maxRedirects: 0,
    });
    return { status: answer.status(), body: await bodyOf(answer) };
  };
}

async function bodyOf(answer: APIResponse): Promise<unknown> {
  const text = await answer.text();
  if (text === "") return undefined;
  return JSON.parse(text) as unknown;
}
