import type { Page } from "@playwright/test";

/**
 * The page as it stands, as HTML that says in attributes what markup alone does not:
 *
 * - `data-view-box="x,y,width,height"`: where it is, for elements that can be seen;
 *   `data-view-hidden` for those that cannot
 * - `data-view-mark`: a mark that the style sheet draws before or after the text
 * - `data-view-loaded`: an image that has arrived
 * - `data-view-focus`: where the cursor is
 * - `checked`, `selected` and `value` as they are now; never what a password field holds,
 *   only `data-view-filled`
 *
 * Open shadow roots are written out as ordinary content.
 */
export async function takeSnapshot(page: Page): Promise<string> {
  // As text: build steps add a helper for names to functions, which the browser has not.
  const script = `(() => { const __name = (it) => it; return (${write.toString()})(); })()`;
  return page.evaluate<string>(script);
}

/** Runs in the browser; uses nothing from outside. */
function write(): string {
  const writer = {
    escape: (text: string) =>
      text
        .replaceAll("&", "&amp;")
        .replaceAll('"', "&quot;")
        .replaceAll("<", "&lt;"),
    mark: (element: Element) =>
      ["::before", "::after"].some((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        if (style.content === "none" || style.content === "normal") {
          return false;
        }
        return (
          /[*•●∙·]/.test(style.content) ||
          (parseFloat(style.width) > 0 && parseFloat(style.height) > 0)
        );
      }),
    attributes: (element: Element) => {
      const found = new Map<string, string>();
      for (const { name, value } of element.attributes) {
        if (/^[\w-]+$/.test(name)) found.set(name, value);
      }
      const box = element.getBoundingClientRect();
      const isSeen =
        element.checkVisibility({ visibilityProperty: true }) &&
        (element instanceof HTMLOptionElement || box.width * box.height > 0);
      const { x, y, width, height } = box;
      if (isSeen) {
        const at = [x + scrollX, y + scrollY, width, height];
        found.set("data-view-box", at.map(Math.round).join(","));
      } else if (!element.checkVisibility({ visibilityProperty: true })) {
        found.set("data-view-hidden", "");
      }
      if (element === document.activeElement) found.set("data-view-focus", "");
      if (writer.mark(element)) found.set("data-view-mark", "");
      if (element instanceof HTMLInputElement) {
        found.delete("checked");
        found.delete("value");
        if (element.checked) found.set("checked", "");
        if (element.type !== "password") found.set("value", element.value);
        if (element.value !== "") found.set("data-view-filled", "");
      }
      if (element instanceof HTMLOptionElement) {
        found.delete("selected");
        if (element.selected) found.set("selected", "");
      }
      if (element instanceof HTMLImageElement && element.naturalWidth > 0) {
        found.set("data-view-loaded", "");
      }
      return [...found]
        .map(([name, value]) => ` ${name}="${writer.escape(value)}"`)
        .join("");
    },
    children: (node: Node): string => {
      if (node instanceof HTMLSlotElement) {
        const given = node.assignedNodes();
        if (given.length > 0) return given.map(writer.node).join("");
      }
      const root = node instanceof Element ? node.shadowRoot : null;
      return [...(root ?? node).childNodes].map(writer.node).join("");
    },
    node: (node: Node): string => {
      if (node instanceof Text) return writer.escape(node.data);
      if (!(node instanceof Element)) return "";
      const name = node.localName;
      if (["script", "style", "noscript", "template"].includes(name)) {
        return "";
      }
      const tag = `<${name}${writer.attributes(node)}>`;
      const isVoid =
        /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
      if (isVoid.test(name)) return tag;
      return `${tag}${writer.children(node)}</${name}>`;
    },
  };
  return `<!doctype html>${writer.node(document.documentElement)}`;
}
