import { createHash } from "node:crypto";
import type { BrowserContext, Request, Route } from "@playwright/test";

/** Every host of the portal's: what is not the simulator's must not be reached by mistake. */
const PORTAL = /^https:\/\/([\w-]+\.)*gst\.gov\.in\//;

/** The headers that belong to the connection and not to what is asked. */
const OF_THE_CONNECTION = /^(:|host$|connection$|content-length$|cookie$)/;

/**
 * In this context `https://services.gst.gov.in`, `www.gst.gov.in` and `return.gst.gov.in` are
 * the simulator, so that a script keeps its addresses. Nothing is sent to the real portal.
 *
 * ```ts
 * await redirectPortal(context, simulator);
 * await page.goto("https://services.gst.gov.in/services/login");
 * ```
 */
export async function redirectPortal(
  context: BrowserContext,
  simulator: { readonly url: string },
): Promise<void> {
  await context.route(PORTAL, async (route) => {
    await answer(route, context, simulator.url);
  });
}

async function answer(
  route: Route,
  context: BrowserContext,
  simulator: string,
): Promise<void> {
  const request = route.request();
  const cookies = await cookiesFor(request, context, simulator);
  const setCookies: string[] = [];
  let call = { url: request.url(), ...callOf(request) };
  let response = await ask(call, cookies, simulator);
  // Playwright lets no handler see where a redirect leads, so redirects are followed here.
  for (let hops = 0; hops < 20; hops++) {
    setCookies.push(...keep(response.headers.getSetCookie(), cookies));
    const location = response.headers.get("location");
    if (location === null) break;
    const url = new URL(location, call.url).href;
    const isRepeated = response.status === 307 || response.status === 308;
    call = {
      ...(isRepeated ? call : { ...call, method: "GET", body: null }),
      url,
    };
    response = await ask(call, cookies, simulator);
  }
  const body = Buffer.from(await response.arrayBuffer());
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) {
    // `fetch` has undone the encoding; the length is Playwright's to say.
    if (!/^(content-encoding|content-length|set-cookie)$/.test(name)) {
      headers[name] = value;
    }
  }
  if (setCookies.length > 0) headers["set-cookie"] = setCookies.join("\n");
  const isMoved = call.url !== request.url() && request.isNavigationRequest();
  await route.fulfill({
    status: response.status,
    ...(isMoved ? at(call.url, headers, body) : { headers, body }),
  });
}

interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

function callOf(request: Request): Omit<Call, "url"> {
  const headers = Object.entries(request.headers()).filter(
    ([name]) => !OF_THE_CONNECTION.test(name),
  );
  return {
    method: request.method(),
    headers: Object.fromEntries(headers),
    body: request.postDataBuffer(),
  };
}

async function ask(
  { url, method, headers, body }: Call,
  cookies: ReadonlyMap<string, string>,
  simulator: string,
): Promise<Response> {
  const { host, pathname, search } = new URL(url);
  const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`);
  return fetch(new URL(pathname + search, simulator), {
    method,
    headers: {
      ...headers,
      cookie: cookie.join("; "),
      "x-forwarded-host": host,
      "x-forwarded-proto": "https",
    },
    ...(body && { body: new Uint8Array(body) }),
    redirect: "manual",
  });
}

/** The browser's cookies for the portal, and the one that names the simulator's world. */
async function cookiesFor(
  request: Request,
  context: BrowserContext,
  simulator: string,
): Promise<Map<string, string>> {
  const worlds = await context.cookies(simulator);
  const cookies = await context.cookies(request.url());
  return new Map(
    [...worlds.filter(({ name }) => name === "SimulatorWorld"), ...cookies].map(
      ({ name, value }) => [name, value],
    ),
  );
}

/** Takes over what an answer sets, for the next hop; returns it for the browser. */
function keep(setCookies: string[], cookies: Map<string, string>): string[] {
  for (const setCookie of setCookies) {
    const [pair = ""] = setCookie.split(";");
    const [name = "", value = ""] = pair.split("=");
    if (value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
  return setCookies;
}

/** A page that was reached by redirects, made to believe its own address. */
function at(url: string, headers: Record<string, string>, body: Buffer) {
  const script = `history.replaceState(null,"",${JSON.stringify(url)})`;
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = headers["content-security-policy"] ?? "";
  return {
    headers: {
      ...headers,
      "content-security-policy": policy.replace(
        "script-src ",
        `script-src 'sha256-${hash}' `,
      ),
    },
    body: body
      .toString("utf8")
      .replace("<head>", `<head><script>${script}</script>`),
  };
}
