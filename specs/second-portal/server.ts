import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { WORDS } from "./words.ts";

/** In what the second portal can be made to differ from the real one. */
export type Difference =
  | "first-time-gone"
  | "quick-links-swapped"
  | "no-mark-on-duration"
  | "thirty-days-as-six-hours"
  | "sections-stay-open"
  | "logout-without-end";

export interface SecondPortalOptions {
  readonly edition: "2017" | "2026";
  readonly differs?: readonly Difference[];
}

export interface SecondPortal extends AsyncDisposable {
  readonly url: string;
  /** How often somebody who names no world has signed in. */
  readonly signIns: () => number;
}

/** Who may sign in there. */
export const BAKER = {
  username: "second_baker",
  password: "Croissant@1",
  captcha: "314159",
};

/** A portal for one caller: who is signed in, and how API access stands. */
interface Tenant {
  readonly sessions: Set<string>;
  signIns: number;
  wrong: number;
  access: { on: boolean | null; minutes: number };
}

/**
 * A portal like the real one, built in no way like the simulator: one empty page that a script
 * draws after a while, from what it asks by XHR.
 */
export async function startSecondPortal({
  edition,
  differs = [],
}: SecondPortalOptions): Promise<SecondPortal> {
  const here = new URL("./", import.meta.url);
  const script = await readFile(new URL("browser/draw.js", here));
  const style = await readFile(new URL("browser/look.css", here));
  const words = { ...WORDS[edition], differs };
  // A caller who names a world has a portal of its own, so that an account can be locked there.
  const tenants = new Map<string, Tenant>();
  const tenantOf = (req: IncomingMessage): Tenant => {
    const name = String(req.headers["x-simulator-world"] ?? "");
    const tenant = tenants.get(name) ?? {
      sessions: new Set(),
      signIns: 0,
      wrong: 0,
      access: { on: null, minutes: 0 },
    };
    tenants.set(name, tenant);
    return tenant;
  };

  const enter = async (req: IncomingMessage, res: ServerResponse) => {
    const tenant = tenantOf(req);
    const { who, secret, seen } = (await json(req)) as Record<string, string>;
    if (words.captcha && seen !== BAKER.captcha) return { no: "captcha" };
    if (who !== BAKER.username) return { no: "wrong" };
    if (secret !== BAKER.password) tenant.wrong += 1;
    if (tenant.wrong >= 3) return { no: "locked" };
    if (secret !== BAKER.password) return { no: "wrong" };
    const ticket = randomUUID();
    tenant.sessions.add(ticket);
    tenant.signIns += 1;
    tenant.wrong = 0;
    res.setHeader("set-cookie", `ticket=${ticket}; Path=/; HttpOnly`);
    return { yes: words.home };
  };

  const change = async (req: IncomingMessage) => {
    const { on, minutes } = (await json(req)) as Record<string, unknown>;
    const period = words.periods.find(([number]) => number === Number(minutes));
    if (on === true && !period) return { no: "Please select a duration" };
    const isCut = differs.includes("thirty-days-as-six-hours");
    const given =
      isCut && Number(minutes) === 43_200 ? words.periods[0] : period;
    const access = { on: on === true, minutes: given?.[0] ?? 0 };
    tenantOf(req).access = access;
    return { ...access, name: given?.[1] };
  };

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const { sessions, access } = tenantOf(req);
    const ticket = /ticket=([\w-]+)/.exec(req.headers.cookie ?? "")?.[1] ?? "";
    const isIn = sessions.has(ticket);
    switch (`${req.method} ${req.url?.split("?")[0]}`) {
      case "GET /rest/words":
        return { ...words, in: isIn, from: req.socket.remoteAddress };
      case "POST /rest/enter":
        return enter(req, res);
      case "POST /rest/leave":
        if (!differs.includes("logout-without-end")) sessions.delete(ticket);
        return {};
      case "GET /rest/access":
        return isIn ? access : { no: "denied" };
      case "POST /rest/access":
        return isIn ? change(req) : { no: "denied" };
      default:
        return undefined;
    }
  };

  const server = createServer((req, res) => {
    const send = (type: string, body: string | Buffer) => {
      res.setHeader("content-type", type);
      res.end(body);
    };
    const serve = async () => {
      if (req.url === "/draw.js") return send("text/javascript", script);
      if (req.url === "/look.css") return send("text/css", style);
      if (req.url?.startsWith("/captcha"))
        return send("image/svg+xml", SQUIGGLE);
      const told = await answer(req, res);
      if (told) return send("application/json", JSON.stringify(told));
      return send("text/html; charset=utf-8", SHELL);
    };
    serve().catch(() => res.destroy());
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    signIns: () => tenants.get("")?.signIns ?? 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Please wait</title><link rel="stylesheet" href="/look.css">
<script defer src="/draw.js"></script></head>
<body><div id="root">Loading …</div></body></html>`;

const SQUIGGLE = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">
<path d="M5 30 L30 8 L55 33 L80 6 L110 30" fill="none" stroke="#333"/></svg>`;
