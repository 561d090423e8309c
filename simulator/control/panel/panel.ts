import { Router, urlencoded } from "express";
import type { Request, RequestHandler, Response } from "express";
import { rateLimit } from "express-rate-limit";
import type { OperationParts } from "../operations.ts";
import { Refusal } from "../refusal.ts";
import { hasToken, isSame, needsToken } from "../token.ts";
import { classroomPages } from "./classroom/pages.ts";
import { DEEDS } from "./deeds.ts";
import { field } from "./form.ts";
import { TOO_MANY_TRIES, WRONG_TOKEN, pageBehindGate } from "./gate.ts";
import { giveKey, hasKey } from "./key.ts";
import { live } from "./live.ts";
import { panelModel } from "./model.ts";
import { obey } from "./obey.ts";

export interface PanelParts extends OperationParts {
  readonly version: string;
  /** What opens the panel, where it needs that. */
  readonly token: string | undefined;
  /** Whether the server listens for other machines. */
  readonly isOpen: boolean;
  /** Turns a view and its model into HTML. */
  render(view: string, model: object): string;
  /** The guard of the panel's forms. */
  readonly csrf: {
    token(req: Request, res: Response): string;
    guard(refuse: RequestHandler): RequestHandler;
  };
}

/** What a page of the panel is to say besides the state of the world. */
interface Notice {
  readonly status?: number;
  readonly error?: string;
}

const FORM_REFUSED =
  "That form was not accepted, as it did not carry the token it was sent out with. Nothing has changed; try again.";

/** The levers for a person, at `base`: a page whose forms need no script (design 1.4). */
export function panel(parts: PanelParts, base: string): Router {
  const router = Router();
  const { token } = parts;
  const guarded = (refused: Sender): RequestHandler[] => [
    urlencoded({ extended: false }),
    parts.csrf.guard((req, res) =>
      refused(req, res, { status: 403, error: FORM_REFUSED }),
    ),
  ];
  const askForToken: Sender = (req, res, { status = 401, error = "" } = {}) => {
    const csrfToken = parts.csrf.token(req, res);
    const page = pageBehindGate(req, base);
    const model = { base, page, error, csrfToken, version: parts.version };
    res
      .status(status)
      .type("html")
      .send(parts.render("control/sign-in", model));
  };
  const show: Sender = async (req, res, { status = 200, error = "" } = {}) => {
    const { q, did } = req.query;
    const search = typeof q === "string" ? q : "";
    const model = {
      ...(await panelModel(req.world, parts.worlds, parts, search)),
      base,
      error,
      done: (typeof did === "string" ? DEEDS[did]?.done : undefined) ?? "",
      csrfToken: parts.csrf.token(req, res),
      needsToken: token !== undefined,
      version: parts.version,
    };
    res.status(status).type("html").send(parts.render("control/panel", model));
  };
  const allowed: RequestHandler = (req, res, next) => {
    if (token === undefined || hasToken(req, token) || hasKey(req, token)) {
      next();
    } else if (req.accepts(["json", "html"]) === "html") {
      void askForToken(req, res);
    } else throw needsToken();
  };

  router.get("/", allowed, (req, res) => show(req, res));
  router.get("/panel/live", allowed, live);
  router.use("/classroom", allowed, classroomPages(parts, base));
  router.post(
    "/panel/sign-in",
    rateLimit({
      limit: 30,
      handler: (req, res) => {
        void askForToken(req, res, { status: 429, error: TOO_MANY_TRIES });
      },
    }),
    ...guarded(askForToken),
    (req, res) => {
      if (token === undefined || isSame(field(req, "token"), token)) {
        if (token !== undefined) giveKey(req, res, token);
        res.redirect(303, `${base}${pageBehindGate(req, base)}`);
      } else void askForToken(req, res, { error: WRONG_TOKEN });
    },
  );
  router.post("/panel", allowed, ...guarded(show), async (req, res) => {
    try {
      res.redirect(303, await obey(parts, base, req, res));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await show(req, res, { status: 422, error: error.message });
    }
  });
  return router;
}

type Sender = (
  req: Request,
  res: Response,
  notice?: Notice,
) => void | Promise<void>;
