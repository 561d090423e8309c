import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

const CONF = new URL("../../docs/nginx.conf", import.meta.url);

/** Debian's nginx, with the documented configuration on ports that are free. */
export class Nginx implements AsyncDisposable {
  readonly url: string;
  readonly #process: ReturnType<typeof spawn>;

  private constructor(url: string, process: ReturnType<typeof spawn>) {
    this.url = url;
    this.#process = process;
  }

  /**
   * @param folder where it may write
   * @param instances the addresses that stand in the place of ports 1708 and 1709
   */
  static async start(
    folder: string,
    [one, two]: readonly [string, string],
  ): Promise<Nginx> {
    const port = String(await freePort());
    const conf = (await readFile(CONF, "utf8"))
      .replace("127.0.0.1:1707", `127.0.0.1:${port}`)
      .replace("127.0.0.1:1708", new URL(one).host)
      .replace("127.0.0.1:1709", new URL(two).host);
    await mkdir(folder, { recursive: true });
    const file = join(folder, "nginx.conf");
    await writeFile(file, conf);
    const nginx = spawn("nginx", ["-p", folder, "-c", file], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    nginx.stderr.on("data", (text) => (said += String(text)));
    const url = `http://127.0.0.1:${port}`;
    while (!(await answers(url))) {
      if (nginx.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    }
    return new Nginx(url, nginx);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGTERM");
    await ended;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/__simulator/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}
