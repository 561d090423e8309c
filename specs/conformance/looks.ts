import type { Element } from "domhandler";
import { brief, holds, listed, notRun } from "./finding.ts";
import { isMarked, labelsOf, nameOf } from "./view/controls.ts";
import { breadcrumb } from "./view/places.ts";
import { boxOf } from "./view/seen.ts";
import { same } from "./view/text.ts";
import type { View } from "./view/view.ts";
import type { Look } from "./visit.ts";

/** The page says a sentence. */
export function says(view: View, sentence: string) {
  return holds(view.says(sentence), `“${sentence}”`, brief(view.mainText, 300));
}

/** Something on the page says a text and no more, as a label does. */
export function labelled(view: View, text: string) {
  const pass = view.exactly(text).length > 0;
  const seen = pass ? `“${text}”` : brief(view.mainText, 300);
  return holds(pass, `“${text}”`, seen);
}

/** Something that is looked for is there. */
export function exists(
  what: string,
  found: readonly Element[],
  view: View,
  otherwise: readonly Element[],
) {
  const instead = otherwise.map((element) => nameOf(view, element));
  return holds(
    found.length > 0,
    what,
    found.length > 0 ? what : listed(instead),
  );
}

/** All of `wanted` are among `found`, in that order; others may stand between. */
export function inOrder(wanted: readonly string[], found: readonly string[]) {
  let next = 0;
  for (const text of found) {
    const label = wanted[next];
    if (label !== undefined && same(text, label)) next += 1;
  }
  return holds(next === wanted.length, listed(wanted), listed(found));
}

/** The breadcrumb is `steps`. */
export function breadcrumbIs(view: View, steps: readonly string[]) {
  const seen = breadcrumb(view);
  const fits =
    seen.length === steps.length &&
    steps.every((step, index) => same(step, seen[index] ?? ""));
  return holds(fits, listed(steps), listed(seen));
}

/** The label of a field carries the mark of a mandatory one. */
export function marked(view: View, label: string, found: readonly Element[]) {
  const labels = found.flatMap((field) => labelsOf(view, field));
  const expected = `“${label}” with a mark`;
  if (labels.length === 0) return holds(false, expected, "no such label");
  const pass = isMarked(view, labels);
  const tells = view.isRendered || view.$(".m-cir").length > 0;
  if (!pass && !tells) {
    return notRun("markup alone does not tell what a style sheet draws");
  }
  return holds(pass, expected, pass ? expected : `“${label}” without a mark`);
}

/** The cursor stands in one of the fields. */
export function hasCursor(label: string, found: readonly Element[]) {
  const pass = found.some(({ attribs }) => "data-view-focus" in attribs);
  return holds(pass, `the cursor in “${label}”`, pass ? "there" : "not there");
}

/** The page is at one of `paths`; a trailing slash makes no difference. */
export function at(...paths: string[]): Look {
  return (view) => {
    if (!view.address || view.address.protocol === "file:") {
      return notRun("a saved page does not tell where it was");
    }
    const path = view.address.pathname.replace(/(?<=.)\/$/, "");
    return holds(paths.includes(path), paths.join(" or "), path);
  };
}

/** `element` lies in the left or the right half of the page. */
export function onSide(
  view: View,
  element: Element | undefined,
  side: "left" | "right",
) {
  if (!view.isRendered) return notRun("markup alone does not tell where it is");
  const box = element && boxOf(element);
  const [body] = view.$("body").toArray();
  const page = body && boxOf(body);
  if (!box || !page) return holds(false, `on the ${side} side`, "not there");
  const seen =
    box.x + box.width / 2 < page.x + page.width / 2 ? "left" : "right";
  return holds(seen === side, `on the ${side} side`, `on the ${seen} side`);
}

/** A look that only a browser can take. */
export function rendered(look: Look): Look {
  return (view, shown, notes) =>
    view.isRendered
      ? look(view, shown, notes)
      : notRun("markup alone does not tell what a person sees");
}
