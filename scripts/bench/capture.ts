import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Browser } from "./browser.ts";
import { LOGIN, MANAGE_API_ACCESS, sixSteps } from "./six-steps.ts";

/** What the yardsticks are to answer, as their processes read it from a file. */
export interface Captured {
  /** `METHOD path` → the answer. Cookies are not in it. */
  answers: Record<
    string,
    { status: number; headers: [name: string, value: string][]; body: string }
  >;
}

/**
 * How many values each page prints, counted by an escape function that counted; the plain
 * Express page prints as many.
 */
const VALUES = { [LOGIN]: 5, [MANAGE_API_ACCESS]: 25 };

/**
 * Walks the six steps on our server and writes what it answered into a new folder:
 * `captured.json` for the bare yardstick; a view and its values for each of the two pages
 * of the plain Express one. Returns the folder.
 */
export async function capture(url: string): Promise<string> {
  const captured: Captured = { answers: {} };
  const browser = await Browser.open(url, "X-Simulator-World: capture\r\n");
  await sixSteps(
    browser,
    { username: "never_enabled", password: "Simulator@1" },
    (method, path, answer) => {
      captured.answers[`${method} ${path}`] = {
        status: answer.status,
        headers: headersOf(answer.head),
        body: answer.body.toString(),
      };
    },
  );
  browser.close();

  const folder = await mkdtemp(join(tmpdir(), "portal-bench-"));
  await writeFile(join(folder, "captured.json"), JSON.stringify(captured));
  for (const [path, count] of Object.entries(VALUES)) {
    const { view, values } = asView(
      captured.answers[`GET ${path}`]?.body ?? "",
      count,
    );
    const name = join(folder, path.split("/").at(-1) ?? "");
    await writeFile(`${name}.ejs`, view);
    await writeFile(`${name}.json`, JSON.stringify(values));
  }
  return folder;
}

/** A view that prints `html` with `count` of its words, evenly spread, as values. */
function asView(html: string, count: number) {
  const words = [...html.matchAll(/\b[a-z]{4,}\b/gi)];
  const values: Record<string, string> = {};
  let view = "";
  let end = 0;
  for (let n = 0; n < count; n++) {
    const word = words[Math.floor(((n + 0.5) * words.length) / count)];
    if (!word) break;
    values[`value${n}`] = word[0];
    view += `${html.slice(end, word.index)}<%= value${n} %>`;
    end = word.index + word[0].length;
  }
  return { view: view + html.slice(end), values };
}

/** The headers that are ours to repeat; Node writes the others itself. */
function headersOf(head: string): [string, string][] {
  return head
    .split("\r\n")
    .slice(1)
    .map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    })
    .filter(
      ([name]) =>
        !["", "date", "connection", "keep-alive", "set-cookie"].includes(
          name.toLowerCase(),
        ),
    );
}
