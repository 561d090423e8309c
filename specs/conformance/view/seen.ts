import type { AnyNode, Element } from "domhandler";

/** Where something is on the page, in CSS pixels from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element is; `undefined` where no browser has laid the page out. */
export function boxOf(element: Element): Box | undefined {
  const numbers = element.attribs["data-view-box"]?.split(",").map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers ?? [];
  return numbers && { x, y, width, height };
}

const UNSEEN = new Set(["head", "script", "style", "noscript", "template"]);

/** What is known already: each look at a page asks for its elements again and again. */
const SEEN = new WeakMap<Element, boolean>();

/** Whether a person can see an element, as far as a snapshot or its markup tells. */
export function isSeen(element: Element): boolean {
  let seen = SEEN.get(element);
  if (seen === undefined) {
    const parent = parentOf(element);
    seen = !hides(element) && (parent === undefined || isSeen(parent));
    SEEN.set(element, seen);
  }
  return seen;
}

/** Whether an element hides itself and all that is in it. */
function hides(node: Element): boolean {
  const { name, attribs } = node;
  const parent = parentOf(node);
  return (
    UNSEEN.has(name) ||
    "hidden" in attribs ||
    "data-view-hidden" in attribs ||
    attribs["type"] === "hidden" ||
    /\b(ng-hide|hidden)\b/.test(attribs["class"] ?? "") ||
    /display:\s*none|visibility:\s*hidden/.test(attribs["style"] ?? "") ||
    (parent?.name === "details" &&
      !("open" in parent.attribs) &&
      name !== "summary")
  );
}

const INLINE = new Set(
  "a abbr b bdi code em font i label mark small span strong sup sub u".split(
    " ",
  ),
);

/** The text of an element that can be seen, without the choices of lists. */
export function textOf(node: AnyNode): string {
  return rawText(node).replaceAll(/\s+/g, " ").trim();
}

function rawText(node: AnyNode): string {
  if (node.type === "text") return node.data;
  if (!("children" in node)) return "";
  if (!isElement(node)) return node.children.map(rawText).join("");
  if (node.name === "select" || hides(node)) return "";
  const text = node.children.map(rawText).join("");
  return INLINE.has(node.name) ? text : ` ${text} `;
}

/** The text that stands in the element itself, not in one inside it. */
export function ownText(element: Element): string {
  return element.children
    .map((child) => (child.type === "text" ? child.data : ""))
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

export function isElement(node: AnyNode): node is Element {
  return node.type === "tag";
}

function parentOf(element: Element): Element | undefined {
  const { parent } = element;
  return parent && isElement(parent) ? parent : undefined;
}

/** Whether `outer` is `inner` or has it inside. */
export function contains(outer: Element, inner: Element): boolean {
  for (let node: Element | undefined = inner; node; node = parentOf(node)) {
    if (node === outer) return true;
  }
  return false;
}
