import {
  IncomingMessage,
  ServerResponse,
  createServer as createHttpServer,
} from "node:http";
import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Express, Request, Response } from "express";
import { createCertificate } from "./certificates.ts";
import { systemClock } from "./clock.ts";
import { SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** The names that a browser may know the simulator by (see docs/real-addresses.md). */
const CERTIFIED_HOSTS = [
  "services.gst.gov.in",
  "www.gst.gov.in",
  "return.gst.gov.in",
  "localhost",
  "127.0.0.1",
];

/** How long open answers may take to finish when the simulator closes, in milliseconds. */
const GRACE = 1_500;

/** How long a kept-alive connection may then still bring the request that was on its way. */
const LINGER = 150;

/**
 * Express puts its own prototypes under every request and answer, which makes the engine
 * forget what it learned of them: most of Express's cost. Requests and answers that are born
 * with those prototypes make it a no-op.
 */
export async function createServer(
  app: Express,
  settings: Settings,
): Promise<Server> {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  app.request = AppRequest.prototype as Request;
  app.response = AppResponse.prototype as unknown as Response;
  const born = { IncomingMessage: AppRequest, ServerResponse: AppResponse };
  if (!settings.https) return politely(createHttpServer(born, app));
  const { createServer: createHttpsServer } = await import("node:https");
  const { key, certificate: cert } = await createCertificate({
    commonName: "GST portal simulator",
    hosts: [...CERTIFIED_HOSTS, settings.host],
    days: 30,
    now: systemClock.now(),
  });
  return politely(createHttpsServer({ ...born, key, cert }, app));
}

/**
 * Who waits for a "100 Continue" gets one, but not behind a request that is still unanswered:
 * there Node would put it between the headers of the answer and its body. The answer ends the
 * connection then.
 */
function politely<Kind extends Server>(server: Kind): Kind {
  server.on("checkContinue", (req, res: ServerResponse) => {
    if (res.socket) res.writeContinue();
    server.emit("request", req, res);
  });
  return server;
}

/** Listens, or rejects with a `SettingsError` that says why not. */
export async function listen(
  server: Server,
  settings: Settings,
): Promise<void> {
  const { host, port } = settings;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new SettingsError(whyNotListening(error, host, port)));
    });
    server.listen(port, host, resolve);
  });
}

function whyNotListening(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is in use on ${host}; choose another with --port, or --port 0 for a free one.`;
    case "EACCES":
      return `Port ${port} may not be used by this user; choose one from 1024 on with --port.`;
    default:
      return `Cannot listen on ${host}: ${error.message}; the usual --host is 127.0.0.1.`;
  }
}

/** Where the server listens, such as `http://127.0.0.1:1707`. */
export function addressOf(
  server: Server,
  { host, https }: Pick<Settings, "host" | "https">,
): string {
  const { port } = server.address() as AddressInfo;
  return `${https ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * Takes no more connections, and finishes the open ones for a while. Each answer then tells
 * its client that the connection ends with it; a silent one is closed a little later, as
 * Node's own `close` would cut the request that is just on its way on it.
 */
export async function closeServer(server: Server): Promise<void> {
  server.prependListener("request", (_req, res: ServerResponse) => {
    res.setHeader("Connection", "close");
  });
  // After what has arrived is read: a busy server may have had no time for it yet.
  const closeSilent = () => setImmediate(() => server.closeIdleConnections());
  const patience = setInterval(closeSilent, LINGER);
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
  await new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  clearInterval(patience);
  clearTimeout(impatience);
}
