import { load } from "cheerio";
import type { CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { isSeen, ownText, textOf } from "./seen.ts";
import { same, squeezed } from "./text.ts";

/**
 * What a person sees of a page, read from its HTML: a saved page, an answer, or a snapshot
 * of a browser, which knows more.
 */
export class View {
  /** Where the page is, if that is known. */
  readonly address: URL | undefined;
  readonly $: CheerioAPI;
  #text: string | undefined;

  constructor(html: string, address?: string) {
    this.$ = load(html);
    this.address = address === undefined ? undefined : new URL(address);
  }

  /** Whether a browser has laid the page out, so that style sheets and scripts have spoken. */
  get isRendered(): boolean {
    return this.$("[data-view-box]").length > 0;
  }

  get title(): string {
    return this.$("title").first().text().trim();
  }

  /** What the whole page says. */
  get text(): string {
    const [body] = this.$("body").toArray();
    this.#text ??= body ? textOf(body) : "";
    return this.#text;
  }

  /** What its main part says, without what stands on every page, where it has such a part. */
  get mainText(): string {
    const [main] = this.seen("main, [role=main]");
    return main ? textOf(main) : this.text;
  }

  /** Whether the page says `sentence` somewhere. */
  says(sentence: string): boolean {
    return squeezed(this.text).includes(squeezed(sentence));
  }

  /** The elements of a selector that can be seen, in the order in which they stand. */
  seen(selector: string): Element[] {
    return this.$<Element, string>(selector)
      .toArray()
      .filter((element) => isSeen(element));
  }

  /** The elements that can be seen and say `text` and no more. */
  exactly(text: string): Element[] {
    return this.seen("body *").filter(
      (element) => ownText(element) !== "" && same(textOf(element), text),
    );
  }
}
