import type { Element } from "domhandler";
import { textOf } from "./seen.ts";
import { plain, same } from "./text.ts";
import type { View } from "./view.ts";

const FIELDS = "input:not([type=hidden]), select, textarea";
const BUTTONS =
  "button, [role=button], input[type=submit], input[type=button], input[type=image]";

export const buttons = (view: View): Element[] => view.seen(BUTTONS);
export const links = (view: View): Element[] => view.seen("a, [role=link]");
export const radios = (view: View): Element[] =>
  view.seen("input[type=radio], [role=radio]");
export const selects = (view: View): Element[] => view.seen("select");

/** The fields that can be seen and are labelled `label`. */
export function fields(view: View, label: string): Element[] {
  return view.seen(FIELDS).filter((field) => same(nameOf(view, field), label));
}

/** The names of all that a person can press, in the order in which they stand. */
export function pressables(view: View): string[] {
  return view
    .seen(`a, [role=link], [role=tab], ${BUTTONS}`)
    .map((element) => nameOf(view, element));
}

/** The texts of the choices of a list. */
export function options(view: View, select: Element): string[] {
  return view
    .$(select)
    .find("option")
    .toArray()
    .map((option) => view.$(option).text().trim());
}

/** The text of the choice that a list shows; where none is marked, the first. */
export function chosenOption(view: View, select: Element): string {
  const all = view.$(select).find("option");
  const chosen = all.filter("[selected]");
  return (chosen.length > 0 ? chosen.last() : all.first()).text().trim();
}

export function isChecked(radio: Element): boolean {
  return "checked" in radio.attribs || radio.attribs["aria-checked"] === "true";
}

/** The name by which a control is known to who sees or hears it. */
export function nameOf(view: View, element: Element): string {
  const node = view.$(element);
  const isField = node.is(FIELDS);
  const isButton = node.is(BUTTONS);
  const candidates = [
    textsById(view, node.attr("aria-labelledby") ?? ""),
    node.attr("aria-label") ?? "",
    isField && isButton ? (node.attr("value") ?? "") : "",
    isField ? labelsOf(view, element).map(textOf).join(" ") : textOf(element),
    node.attr("title") ?? "",
  ];
  return candidates.find((name) => plain(name) !== "") ?? "";
}

function textsById(view: View, ids: string): string {
  const wanted = ids.split(/\s+/).filter(Boolean);
  return wanted
    .flatMap((id) =>
      view
        .$<Element, string>("[id]")
        .toArray()
        .filter((element) => element.attribs["id"] === id),
    )
    .map(textOf)
    .join(" ");
}

/** The labels of a field: its own, else the only one beside it. */
export function labelsOf(view: View, field: Element): Element[] {
  const node = view.$(field);
  const id = node.attr("id");
  const around = node.closest("label");
  const own = view
    .$<Element, string>("label")
    .toArray()
    .filter((label) =>
      label.attribs["for"] === undefined
        ? around.is(label)
        : label.attribs["for"] === id,
    );
  if (own.length > 0) return own;
  if (node.is("[type=radio]")) {
    return node.next("label:not([for])").toArray();
  }
  for (const box of node.parents().slice(0, 3).toArray()) {
    if (view.$(box).find(FIELDS).length > 1) return [];
    const label = view.$(box).find("label:not([for])").toArray();
    if (label.length > 0) return label;
  }
  return [];
}

/**
 * Whether the mark of a mandatory field is at one of `labels`: the portal's class, a sign in
 * the text, or one that the style sheet draws.
 */
export function isMarked(view: View, labels: readonly Element[]): boolean {
  return labels.some((label) => {
    const node = view.$(label);
    const beside = node.next().not(FIELDS);
    const text = [
      textOf(label),
      label.next?.type === "text" ? label.next.data : "",
      ...beside
        .toArray()
        .map(textOf)
        .filter((next) => next.length === 1),
    ].join(" ");
    return (
      /[*•●∙·]/.test(text) ||
      node.is(".m-cir, [data-view-mark]") ||
      node.find("[data-view-mark]").length > 0
    );
  });
}
