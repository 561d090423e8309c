import { readFileSync } from "node:fs";
import { join } from "node:path";
import ejs from "ejs";

/**
 * Turns a view's name, such as `pages/login`, and its model into HTML. The model is the
 * view's from then on: what every view knows is added to it.
 */
export interface Views {
  /** As text. */
  readonly text: (view: string, model: object) => string;
  /**
   * As its bytes in UTF-8, a character each, which Node sends as they are where it is told
   * `latin1`: to count and encode the characters of a page took a twentieth of its time.
   */
  readonly bytes: (view: string, model: object) => string;
}

/**
 * Compiles each view once, at its first use. Views read their model as `it.…`: without the
 * `with` block of EJS's default, an unknown name is an error and rendering is several times
 * as fast. A view prints another one by `it.part("layout/top")`, as EJS's own
 * `include` looks for its file on the disk and copies the model each time: a fifth of what
 * a page took.
 *
 * @param directory the folder of the views
 * @param common what every view knows besides its model
 */
export function createViews(directory: string, common: object = {}): Views {
  const compiled = new Map<string, (model: object) => string>();
  const escape = rememberingEscape();
  const viewOf = (name: string) => {
    let view = compiled.get(name);
    if (!view) {
      const filename = join(directory, `${name}.ejs`);
      const options = {
        filename,
        cache: true,
        _with: false,
        localsName: "it",
        // Models are our own objects: no copy of each to guard against a caller's prototype.
        unsafePrototypeLocals: true,
        escape,
      };
      view = ejs.compile(readFileSync(filename, "latin1"), options);
      compiled.set(name, view);
    }
    return view;
  };
  const bytes = (name: string, model: object) => {
    // Into the model: to copy it and add more takes as long as the view itself.
    const whole = Object.assign(model, common, {
      part: (part: string): string => viewOf(part)(whole),
    });
    return viewOf(name)(whole);
  };
  return {
    bytes,
    text: (name, model) => Buffer.from(bytes(name, model), "latin1").toString(),
  };
}

const ESCAPED_AT_MOST = 500;
const LONGEST = 1_000;

/**
 * What `<%= … %>` prints of a value: as HTML, also between quotes, and as bytes. It remembers
 * the latest texts, as most are sentences that stand on a page each time.
 */
function rememberingEscape() {
  const escaped = new Map<string, string>();
  return (value?: string | number | boolean | null): string => {
    const text = String(value ?? "");
    if (!/[&<>"'\x80-\uffff]/.test(text)) return text;
    const known = escaped.get(text);
    if (known !== undefined) return known;
    const bytes = Buffer.from(ejs.escapeXML(text)).toString("latin1");
    if (text.length <= LONGEST) {
      if (escaped.size >= ESCAPED_AT_MOST) escaped.clear();
      escaped.set(text, bytes);
    }
    return bytes;
  };
}
