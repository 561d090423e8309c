import type { AnyNode, Element } from "domhandler";
import { nameOf } from "./controls.ts";
import { contains, isElement, ownText, textOf } from "./seen.ts";
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

/** The links in the breadcrumb. */
export function breadcrumbLinks(view: View): Element[] {
  const ways = view.seen(WAYS);
  return view
    .seen("a[href]")
    .filter((link) => ways.some((box) => contains(box, link)));
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
    const value = datumOf(view, found);
    if (value !== "") return { label: found, value };
  }
  return labels[0] && { label: labels[0], value: "" };
}

/** What stands in a label, else after it, else after the box that it has to itself. */
function datumOf(view: View, label: Element): string {
  const within = label.children.filter(isElement).map(textOf).find(isSaid);
  if (within !== undefined) return within;
  const { parent } = label;
  const box = parent && isElement(parent) ? parent : undefined;
  const place = followers(label).length > 0 ? label : box;
  const next = place && followers(place).find((node) => isSaid(textOf(node)));
  return next && !isBox(view, next, label) ? textOf(next) : "";
}

const isSaid = (text: string) => plain(text) !== "";

/** What stands after an element in the same box: other elements, and text that says something. */
function followers(element: Element): AnyNode[] {
  const found: AnyNode[] = [];
  for (let node = element.next; node; node = node.next) {
    if (isElement(node) ? node.name !== "br" : isSaid(textOf(node))) {
      found.push(node);
    }
  }
  return found;
}

/** Whether a place is a box of its own, with a label as `label` is one and a datum. */
function isBox(view: View, place: AnyNode, label: Element): boolean {
  if (!isElement(place)) return false;
  const alike = view
    .$(place)
    .find(label.name)
    .toArray()
    .filter(({ attribs }) => attribs["class"] === label.attribs["class"]);
  return alike.some(
    (other) => followers(other).length > 0 || textOf(other) !== textOf(place),
  );
}

/** The names of the links or buttons that say `text`. */
export function named(view: View, elements: readonly Element[], text: string) {
  return elements.filter((element) => same(nameOf(view, element), text));
}
