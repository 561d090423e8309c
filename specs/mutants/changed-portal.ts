import { Agent, createServer, request } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Answer, Call, Change } from "./change.ts";

/** A portal as it looks through changes. */
export interface ChangedPortal extends AsyncDisposable {
  /** Its address, such as `http://127.0.0.1:41707`. */
  readonly url: string;
}

const FORM = "application/x-www-form-urlencoded";

/**
 * Puts a proxy before a portal, on a free port of this machine.
 *
 * @param changeOf what is altered on the way of a call and its answer
 */
export async function changePortal(
  portal: string,
  changeOf: (call: Call) => Change,
): Promise<ChangedPortal> {
  const agent = new Agent({ keepAlive: true });
  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const call = await readCall(req);
    const change = changeOf(call);
    const answer = await change(call, (next) => ask(portal, next, agent));
    // A changed page may hold styles and scripts that the portal's policy would refuse.
    const { "content-security-policy": _, ...headers } = answer.headers;
    res.writeHead(answer.status, {
      ...headers,
      "content-length": answer.body.length,
    });
    res.end(answer.body);
  };
  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  // A connection that is closed for its idleness may be just the one that is used again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

async function readCall(req: IncomingMessage): Promise<Call> {
  const body = (await buffer(req)).toString();
  const isForm = req.headers["content-type"]?.startsWith(FORM);
  const sent: object = isForm
    ? Object.fromEntries(new URLSearchParams(body))
    : (JSON.parse(body || "{}") as object);
  // Always the whole answer, so that there is something to change.
  const { "if-none-match": _, "if-modified-since": __, ...own } = req.headers;
  return {
    method: req.method ?? "GET",
    path: req.url ?? "/",
    headers: own as Call["headers"],
    fields: sent as Call["fields"],
  };
}

async function ask(portal: string, call: Call, agent: Agent): Promise<Answer> {
  const { method, path, fields } = call;
  const { "content-length": length, ...headers } = call.headers;
  const isForm = headers["content-type"]?.startsWith(FORM);
  const body = isForm
    ? new URLSearchParams(fields).toString()
    : JSON.stringify(fields);
  return new Promise((resolve, reject) => {
    // The browser's own Host, so that the portal takes its pages for its own.
    const asked = request(new URL(path, portal), { method, headers, agent });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // The portal may end a silent connection just as it is used again (Node's own advice).
      const isStale = asked.reusedSocket && error.code === "ECONNRESET";
      if (isStale) resolve(ask(portal, call, agent));
      else reject(error);
    });
    asked.on("response", (res) => {
      const { "transfer-encoding": _, ...answered } = res.headers;
      buffer(res).then(
        (whole) =>
          resolve({
            status: res.statusCode ?? 500,
            headers: answered as Answer["headers"],
            body: whole,
          }),
        reject,
      );
    });
    asked.end(length === undefined ? undefined : body);
  });
}
