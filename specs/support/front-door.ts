import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A door before several servers: each request goes to the next one in turn. */
export interface FrontDoor extends AsyncDisposable {
  readonly url: string;
}

/** Opens a door before the servers at these addresses, at a free port of this machine. */
export async function openDoor(urls: readonly string[]): Promise<FrontDoor> {
  let turn = 0;
  const server = createServer((req, res) => {
    const { hostname, port } = new URL(urls[turn++ % urls.length]!);
    const { method, url: path, headers } = req;
    const onward = request({ hostname, port, method, path, headers });
    onward.on("response", (answer) => {
      res.writeHead(answer.statusCode!, answer.rawHeaders);
      answer.pipe(res);
    });
    onward.on("error", () => res.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
