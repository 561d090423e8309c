import type { CheerioAPI } from "cheerio";
import type { AnyNode } from "domhandler";
import { pause } from "../conformance/run/waiting.ts";
import {
  appended,
  attributed,
  edited,
  reworded,
  rewritten,
  styled,
} from "./change.ts";
import type { Change } from "./change.ts";

/** A way to be built otherwise that nobody who uses the portal notices. */
export interface Harmless {
  readonly name: string;
  readonly change: Change;
  /** Whether markup alone does not tell that all is as before. */
  readonly isRendered?: true;
}

const ANY = /./;
const PAGES = /^\/services\//;
const CLASSES =
  /\b(alert-danger|alert-success|btn-primary|form-control|help-block|list-group-item|m-cir|mand-text|quick-links|tab-pane|tp-pfl-lnk|welcome-side)\b/g;
const IDS = /\b(enable-yes|enable-no|districts|enable-help|duration-help)\b/g;

/** Edits every text that the page's body says. */
function textsOf(edit: (text: string) => string): Change {
  const walk = (node: AnyNode): void => {
    if (node.type === "text") node.data = edit(node.data);
    const isCode =
      "name" in node && /^(script|style|noscript)$/.test(node.name);
    if (!("children" in node) || isCode) return;
    for (const child of node.children) walk(child);
  };
  return edited(PAGES, ($) => {
    for (const body of $("body").toArray()) walk(body);
  });
}

const each = (
  selector: string,
  edit: ($: CheerioAPI, node: ReturnType<CheerioAPI>) => void,
): Change =>
  edited(PAGES, ($) => {
    for (const node of $(selector).toArray()) edit($, $(node));
  });

const upper = (selector: string): Change =>
  each(selector, (_, node) => {
    if (node.children().length === 0) node.text(node.text().toUpperCase());
  });

/** Differences that must not be taken for faults. */
export const HARMLESS: readonly Harmless[] = [
  {
    name: "classes have other names",
    change: rewritten(/html|\/services\/|\.(css|js)$/, (text) =>
      text.replaceAll(CLASSES, "own-$1"),
    ),
    isRendered: true,
  },
  {
    name: "ids of which nothing is known are others",
    change: rewritten(ANY, (text) => text.replaceAll(IDS, "own-$1")),
    isRendered: true,
  },
  {
    name: "classes are added",
    change: each("a, button, input, label, li", (_, node) => {
      node.addClass("ng-scope own-style");
    }),
  },
  {
    name: "the content stands in more boxes",
    change: each("#content, form, section, .welcome-main > div", (_, node) => {
      node.wrapInner("<div><div class='own-box'></div></div>");
    }),
  },
  {
    name: "the texts of links, buttons and labels stand in boxes",
    change: each("a, button, label, legend, dt, dd, h1, h2, h4", (_, node) => {
      node.wrapInner("<span></span>");
    }),
  },
  {
    name: "a style sheet writes in capitals",
    change: styled(PAGES, "* { text-transform: uppercase }"),
  },
  {
    name: "links, buttons and labels are written in capitals",
    change: upper("a, button, label, legend, option, dt, h1, h2, h4, summary"),
  },
  {
    name: "spaces and new lines stand between words",
    change: textsOf((text) => text.replaceAll(" ", "\n\t  ")),
  },
  {
    name: "first words hold together",
    change: textsOf((text) => text.replace(/(?<=\w) (?=\w)/, "\u00A0")),
  },
  {
    name: "quotation marks are typographic",
    change: textsOf((text) =>
      text.replaceAll(/["']([^"']+)["']/g, "“$1”").replaceAll("'", "’"),
    ),
  },
  {
    name: "comments stand between everything",
    change: each(
      "body *:not(script, style, template *, noscript)",
      (_, node) => {
        node.before("<!-- ngIf: true -->");
      },
    ),
  },
  {
    name: "attributes stand in another order",
    change: edited(PAGES, ($) => {
      for (const node of $("body *").toArray()) {
        if (!("attribs" in node)) continue;
        node.attribs = Object.fromEntries(
          Object.entries(node.attribs).toReversed(),
        );
      }
    }),
  },
  {
    name: "elements carry attributes of a framework",
    change: each("body *", (_, node) => {
      node.attr("data-ng-if", "true").attr("data-v-1a2b3c", "");
    }),
  },
  {
    name: "a link to something else is there",
    change: edited(PAGES, ($) => {
      $("header ul")
        .first()
        .append('<li><a href="/help">Help and FAQ</a></li>');
      $("#content").append('<p><a href="/news">What is new</a></p>');
    }),
  },
  {
    name: "more entries stand in the lists",
    change: edited(PAGES, ($) => {
      for (const list of $(".quick-links ul, .profile-side ul").toArray()) {
        $(list).append('<li><a href="/more">Something new</a></li>');
      }
    }),
  },
  {
    name: "a notice stands above the page",
    change: edited(PAGES, ($) => {
      $("body").prepend("<p>The portal is under maintenance on Sunday.</p>");
    }),
  },
  {
    name: "what stands for narrow windows is there too, and hidden",
    change: appended(
      PAGES,
      "body",
      `<div style="display: none"><a href="/services/login">Login</a>
       <a href="#">View Profile</a><a href="#">Manage API Access</a>
       <button>Login</button><button>Confirm</button><p>Access Denied!</p>
       <label>Duration <select><option>90 days</option></select></label></div>`,
    ),
  },
  {
    name: "labels end in a colon",
    change: each("label:not(fieldset label), dt", (_, node) => {
      node.append(":");
    }),
  },
  {
    name: "buttons carry an icon and an arrow",
    change: each("form button, .tp-pfl-lnk", (_, node) => {
      node.prepend('<i class="fa" aria-hidden="true"></i>').append(" ›");
    }),
  },
  {
    name: "steps of the breadcrumb are separated by text",
    change: each(".breadcrumb li:not(:last-child)", (_, node) => {
      node.append(" > ");
    }),
  },
  {
    name: "radio buttons stand in their labels",
    change: edited("/services/auth/manageapiaccess", ($) => {
      for (const label of $("fieldset label").toArray()) {
        $(label).prepend(" ").prepend($(label).prev("input"));
      }
    }),
  },
  {
    name: "the greeted name is in bold",
    change: rewritten("/services/auth/fowelcome", (html) =>
      html.replace(/Welcome (.*) to GST/, "Welcome <b>$1</b> to GST"),
    ),
  },
  {
    name: "durations stand in a group",
    change: edited("/services/auth/manageapiaccess", ($) => {
      $("#districts, #own-districts")
        .find("option:not(:first-child)")
        .wrapAll('<optgroup label="Session"></optgroup>');
    }),
  },
  {
    name: "links lead to whole addresses",
    change: async (call, ask) => {
      const { host = "" } = call.headers;
      const whole = each("a[href^='/']", (_, node) => {
        node.attr("href", `http://${host}${node.attr("href") ?? ""}`);
      });
      return whole(call, ask);
    },
  },
  {
    name: "the letters are larger",
    change: styled(PAGES, "html { font-size: 110%; letter-spacing: 0.02em }"),
  },
  {
    name: "the language is another kind of English",
    change: attributed(PAGES, "html", { lang: "en-IN", class: "js no-touch" }),
  },
  {
    name: "answers carry more headers",
    change: async (call, ask) => {
      const answer = await ask(call);
      const more = { "x-served-by": "node-7", "server-timing": "app;dur=12" };
      return { ...answer, headers: { ...answer.headers, ...more } };
    },
  },
  {
    name: "answers take their time",
    change: async (call, ask) => {
      await pause(40);
      return ask(call);
    },
  },
  {
    name: "entities are written as numbers",
    change: reworded(/&amp;(?=[^"]*<)/g, "&#38;"),
  },
];
