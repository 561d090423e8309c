import { load } from "cheerio";
import type { CheerioAPI } from "cheerio";

/** A call of a browser. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What a form or a script sent, by field; empty where nothing was. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A portal's answer to it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export type Ask = (call: Call) => Promise<Answer>;

/** Stands between a browser and a portal, and may alter what either is told. */
export type Change = (call: Call, ask: Ask) => Promise<Answer>;

export const unchanged: Change = (call, ask) => ask(call);

/** Several changes as one; the first is nearest to the browser. */
export function all(...changes: readonly Change[]): Change {
  return changes.reduceRight<Change>(
    (inner, outer) => (call, ask) => outer(call, (next) => inner(next, ask)),
    unchanged,
  );
}

/** Where a change applies: a path, or all of them. */
type Where = string | RegExp;

const fits = (where: Where, path: string) =>
  typeof where === "string" ? where === path : where.test(path);

/** Edits what answers say, as text: pages, scripts, style sheets, JSON. */
export function rewritten(where: Where, edit: (text: string) => string) {
  return answered(where, /html|javascript|css|json/, edit);
}

/** Says something else, wherever it is said. */
export function reworded(from: string | RegExp, to: string): Change {
  return rewritten(/./, (text) => text.replaceAll(from, to));
}

/** Edits the markup of pages. */
export function edited(where: Where, edit: (page: CheerioAPI) => void) {
  return answered(where, /html/, (html) => {
    const page = load(html);
    edit(page);
    return page.html();
  });
}

/** Takes something out of a page. */
export function without(where: Where, selector: string): Change {
  return edited(where, ($) => {
    $(selector).remove();
  });
}

/** Writes another text into something of a page. */
export function relabelled(where: Where, selector: string, text: string) {
  return edited(where, ($) => {
    $(selector).text(text);
  });
}

/** Sets attributes of something; `null` takes one away. */
export function attributed(
  where: Where,
  selector: string,
  attributes: Record<string, string | null>,
): Change {
  return edited(where, ($) => {
    for (const [name, value] of Object.entries(attributes)) {
      $(selector).attr(name, value);
    }
  });
}

/** Adds markup at the end of something of a page. */
export function appended(where: Where, selector: string, markup: string) {
  return edited(where, ($) => {
    $(selector).append(markup);
  });
}

/** Adds a style sheet to a page. */
export function styled(where: Where, css: string): Change {
  return appended(where, "head", `<style>${css}</style>`);
}

/** Runs a script when a page stands. */
export function scripted(where: Where, script: string): Change {
  return appended(where, "body", `<script type="module">${script}</script>`);
}

/** Edits the fields of a JSON answer. */
export function told(
  where: Where,
  edit: (answer: Record<string, unknown>) => object,
): Change {
  return answered(where, /json/, (text) =>
    JSON.stringify(edit(JSON.parse(text) as Record<string, unknown>)),
  );
}

/** Edits what is sent by a form or a script. */
export function sent(
  where: Where,
  edit: (fields: Call["fields"]) => Call["fields"],
): Change {
  return (call, ask) =>
    ask(
      call.method === "POST" && fits(where, call.path)
        ? { ...call, fields: edit(call.fields) }
        : call,
    );
}

/** Leads elsewhere instead of answering. */
export function led(where: Where, to: string, method = "GET"): Change {
  return (call, ask) =>
    call.method === method && fits(where, call.path)
      ? Promise.resolve({
          status: 303,
          headers: { location: to },
          body: Buffer.alloc(0),
        })
      : ask(call);
}

/** A page is at another address; the old one leads there. */
export function moved(from: string, to: string): Change {
  return all(led(from, to), (call, ask) =>
    ask(call.path === to ? { ...call, path: from } : call),
  );
}

function answered(
  where: Where,
  type: RegExp,
  edit: (text: string) => string,
): Change {
  return async (call, ask) => {
    const answer = await ask(call);
    const isMeant =
      fits(where, call.path) &&
      type.test(String(answer.headers["content-type"]));
    return isMeant
      ? { ...answer, body: Buffer.from(edit(answer.body.toString())) }
      : answer;
  };
}
