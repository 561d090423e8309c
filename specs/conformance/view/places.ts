import type { Element } from "domhandler";
import { nameOf } from "./controls.ts";
import { contains, ownText, textOf } from "./seen.ts";
import { plain, same } from "./text.ts";
import type { View } from "./view.ts";

const WAYS =
  ".breadcrumb, [aria-label=breadcrumb i], [aria-label=breadcrumbs i]";

/** What says `text` as a heading does: no link, button, label or step of the breadcrumb. */
export function headings(view: View, text: string): Element[] {
  return view
    .exactly(text)
    .filter(
      (element) =>
        view.$(element).closest(`a, button, label, option, ${WAYS}`).length ===
        0,
    );
}

/** The heading of that text and the links that follow it in the box that they share. */
export function listUnder(
  view: View,
  text: string,
): { heading?: Element; links: Element[] } {
  const places = view.seen("body *");
  for (const heading of headings(view, text)) {
    const later = places.slice(places.indexOf(heading) + 1);
    const links = later.filter((place) => view.$(place).is("a, button"));
    for (const box of view.$(heading).parents().toArray()) {
      const inside = links.filter((link) => contains(box, link));
      if (inside.length > 0) return { heading, links: inside };
    }
  }
  return { links: [] };
}

/** The steps of the breadcrumb, the first one first. */
export function breadcrumb(view: View): string[] {
  for (const box of view.seen(WAYS)) {
    const items = view.$(box).find("li").toArray();
    const parts =
      items.length > 0 ? items : view.$(box).find("a, span").toArray();
    const steps = parts.map(textOf).filter((step) => /\w/.test(step));
    if (steps.length > 0) return steps;
  }
  return [];
}

/** The label `label` and the datum that stands with it. */
export function datum(
  view: View,
  label: string,
): { label: Element; value: string } | undefined {
  const labels = view
    .seen("body *")
    .filter((element) => same(ownText(element), label));
  for (const found of labels) {
    const node = view.$(found);
    const beside = [node, node.parent()].flatMap((place) =>
      place.nextAll(":not(br)").first().toArray(),
    );
    const value = [node.children().toArray(), beside]
      .flat()
      .map(textOf)
      .find((text) => plain(text) !== "");
    if (value !== undefined) return { label: found, value };
  }
  return labels[0] && { label: labels[0], value: "" };
}

/** The names of the links or buttons that say `text`. */
export function named(view: View, elements: readonly Element[], text: string) {
  return elements.filter((element) => same(nameOf(view, element), text));
}
