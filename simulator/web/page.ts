import type { Request, Response } from "express";
import type { Edition, Link } from "../domain/editions.ts";
import { formatIst } from "../domain/ist.ts";
import { displayName } from "../domain/taxpayer.ts";
import type { Taxpayer } from "../domain/taxpayer.ts";
import { addressesOf } from "./addresses.ts";
import type { Csrf } from "./middleware/csrf.ts";
import { tourOn } from "./tour.ts";
import type { Tour } from "./tour.ts";
import type { Views } from "./views.ts";

/** A page as a handler describes it. */
export interface Page {
  /** The view's name under `views/pages`. */
  readonly view: string;
  /** What follows `Goods & Services Tax (GST) | ` in the window's title. */
  readonly title: string;
  /** The way here; the last entry is this page. */
  readonly breadcrumb?: readonly (Partial<Link> & { readonly label: string })[];
  readonly status?: number;
  /** The scripts of its own, by their names under `views/assets`. */
  readonly scripts?: readonly string[];
  /** What only this view needs. */
  readonly model?: object;
}

/** Renders a page and sends it, as the one answer to a request. */
export type SendPage = (req: Request, res: Response, page: Page) => void;

/** Makes the one function that all pages are sent by. */
export function createSendPage(
  views: Views,
  csrf: Csrf,
  edition: Edition,
  tour: Tour,
): SendPage {
  return (req, res, page) => {
    const { taxpayer } = req as Partial<Request>;
    const isWatched = taxpayer && edition.session.idleWarning;
    const guided = tourOn(req, page.view, edition, tour);
    const html = views.bytes(`pages/${page.view}`, {
      title: page.title,
      breadcrumb: page.breadcrumb ?? [],
      languages: guided.languages,
      tour: guided.tour,
      scripts: [
        ...(page.scripts ?? []),
        ...(isWatched ? ["session"] : []),
        ...(guided.tour ? ["tour"] : []),
      ],
      address: addressesOf(req),
      edition,
      user: taxpayer && userOf(taxpayer, req.session.previousLoginAt),
      csrfToken: () => csrf.token(req, res),
      // At the end: what is added to a copy is slow to add.
      ...page.model,
    });
    // Not by Express's `send`: it makes a buffer of the text, which then leaves in two pieces
    // where Node writes headers and text at once.
    res.statusCode = page.status ?? 200;
    res.setHeader("Content-Type", "text/html; charset=utf-8");
    res.setHeader("Content-Length", html.length);
    res.end(html, "latin1");
  };
}

/** What the header shows of who is signed in. */
function userOf(taxpayer: Taxpayer, previousLoginAt: number | undefined) {
  const name = displayName(taxpayer);
  return {
    name,
    // Cut as on the portal (facts: portal §4.4).
    shortName: name.length > 20 ? name.slice(0, 19) : name,
    gstin: taxpayer.gstin,
    lastLogin: previousLoginAt === undefined ? "" : formatIst(previousLoginAt),
  };
}
