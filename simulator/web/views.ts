import { readFileSync } from "node:fs";
import { join } from "node:path";
import ejs from "ejs";

/** Turns a view's name, such as `pages/login`, and its model into HTML. */
export type Render = (view: string, model: object) => string;

/**
 * Compiles each view once, at its first use. Views read their model as `it.…`: without the
 * `with` block of EJS's default, an unknown name is an error and rendering is several times
 * as fast.
 */
export function createRender(directory: string): Render {
  const compiled = new Map<string, (model: object) => string>();
  return (view, model) => {
    let template = compiled.get(view);
    if (!template) {
      const filename = join(directory, `${view}.ejs`);
      template = ejs.compile(readFileSync(filename, "utf8"), {
        filename,
        cache: true,
        _with: false,
        localsName: "it",
      });
      compiled.set(view, template);
    }
    return template(model);
  };
}
