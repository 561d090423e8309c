/**
 * Text as a reader compares it: no upper case (style sheets and some portals write labels in
 * capitals), one kind of quotation mark, single spaces, and without the signs that decorate
 * a label: the mark of a mandatory field, the arrow of a button.
 */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[“”„«»‘’'`]/g, '"')
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s*•●∙·:>›^▼▲❗ⓘℹ]+|[\s*•●∙·:>›^▼▲→]+$/g, "");
}

/** As `plain`, and blind to spaces, which the portal sets differently from page to page. */
export function squeezed(text: string): string {
  return plain(text).replaceAll(" ", "");
}

/** Whether two labels are the same to a reader. */
export function same(one: string, other: string): boolean {
  return plain(one) === plain(other);
}
