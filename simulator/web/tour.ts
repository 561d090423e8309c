import { Router } from "express";
import type { Request } from "express";
import type { Edition } from "../domain/editions.ts";
import { STEPS, stopsOn } from "../domain/journey/journey.ts";
import { piecesOf } from "../domain/journey/language.ts";
import type { Language } from "../domain/journey/language.ts";
import { countOf, titleOf, valuesOf } from "../domain/journey/words.ts";
import type { Languages } from "../languages.ts";
import { cookieOf } from "./cookies.ts";

/** Holds the code of the tour's language, or `off`. */
const TOUR_COOKIE = "Tour";
const OFF = "off";

/** The guided tour, as the pages are given it. */
export interface Tour {
  readonly languages: Languages;
  /** The language for who chose none, where the tour is on from the start. */
  readonly preset: string | undefined;
}

/**
 * The ribbon's switch: `/tour/hi` and the like, and `/tour/off`. It only says how this browser
 * shows the pages, so it is a link, and the login form keeps the only submit button there is.
 */
export function tourSwitch({ languages }: Tour): Router {
  const router = Router();
  for (const choice of [...languages.keys(), OFF]) {
    router.get(`/tour/${choice}`, (req, res) => {
      const { secure } = req;
      res.cookie(TOUR_COOKIE, choice, {
        httpOnly: true,
        sameSite: "lax",
        secure,
      });
      res.redirect(303, cameFrom(req));
    });
  }
  return router;
}

/** The path of the page that led here, with one slash before it: two would lead elsewhere. */
function cameFrom(req: Request): string {
  const referer = req.get("referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  return new URL(referer).pathname.replace(/^\/*/, "/");
}

/** What the ribbon and the tour's card show on a page. */
export function tourOn(
  req: Request,
  view: string,
  edition: Edition,
  { languages, preset }: Tour,
) {
  const chosen = cookieOf(req, TOUR_COOKIE) ?? preset ?? OFF;
  const language = languages.get(chosen);
  return {
    languages,
    tour: language && {
      code: chosen,
      words: language.tour,
      ...cardOf(req, view, edition, language),
    },
  };
}

function cardOf(
  req: Request,
  view: string,
  edition: Edition,
  language: Language,
) {
  const values = valuesOf(edition);
  const stops = stopsOn(view, edition);
  const here = stops.find(({ views, when }) => views && when === undefined);
  return {
    stops: stops.map((stop) => {
      // A window may open over any page.
      const step = stop.views ? stop.step : (here?.step ?? stop.step);
      return {
        ...stop,
        count: countOf(step, language),
        title: titleOf(step, language),
        words: piecesOf(language.stops[stop.id] ?? "", values),
      };
    }),
    // A sign-in cannot be gone back on, only ended.
    back: here && here.step > 2 ? STEPS[here.step - 2]?.path : undefined,
    lead: here ? undefined : leadBack(req),
  };
}

/** Where a wrong turn was taken, as far as the browser tells; else where the way begins. */
function leadBack(req: Request): string {
  const { taxpayer } = req as Partial<Request>;
  if (!taxpayer) return STEPS[0]?.path ?? "/";
  const from = STEPS.slice(1).find(({ path }) => path === cameFrom(req));
  return from?.path ?? "/services/auth/";
}
