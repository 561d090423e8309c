import { timingSafeEqual } from "node:crypto";
import { Router, json } from "express";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Admission } from "../portal/entrance.ts";
import { WORLD_ID_RULE, isWorldId } from "../worlds.ts";
import type { Worlds } from "../worlds.ts";
import { WorldControl, unknownTaxpayer } from "./control.ts";
import type { ControlParts } from "./control.ts";
import { parse } from "./parse.ts";
import { Refusal } from "./refusal.ts";
import { journalFilter, journalQuery, messagesQuery } from "./schemas.ts";

export interface ControlPlaneParts extends ControlParts {
  readonly worlds: Worlds;
  readonly version: string;
  /** Asked for in `Authorization: Bearer …` where given. */
  readonly token: string | undefined;
  /** The id of the CAPTCHA that the caller's browser was shown. */
  captchaOf(req: Request): string | undefined;
  /** Signs the browser behind a request in; its cookie goes out with the answer. */
  openSession(req: Request, res: Response, signIn: Admission): Promise<void>;
}

/** The control plane over HTTP (design 1.4), mounted under `/__simulator`. */
export function controlPlane(parts: ControlPlaneParts): Router {
  const router = Router();
  const control = (req: Request) =>
    new WorldControl(() => Promise.resolve(req.world), parts);

  router.get("/health", async (req, res) => {
    const { now } = await control(req).clock();
    res.json({
      status: "ok",
      version: parts.version,
      edition: req.world.portal.edition.name,
      now,
    });
  });
  router.post("/worlds/:id/join", joinWorld(parts.worlds));
  router.use(bearer(parts.token));
  router.use(json({ limit: "32mb", strict: false }));

  router.post("/reset", async (req, res) => {
    await control(req).reset();
    res.status(204).end();
  });
  router
    .route("/scenario")
    .get(async (req, res) => res.json(await control(req).scenario()))
    .put(async (req, res) =>
      res.json(await control(req).putScenario(bodyOf(req))),
    );

  router.get("/taxpayers", async (req, res) =>
    res.json(await control(req).taxpayers()),
  );
  router
    .route("/taxpayers/:username")
    .get(async (req, res) =>
      res.json(await control(req).taxpayer(req.params.username)),
    )
    .put(async (req, res) => {
      const { username } = req.params;
      const put = await control(req).replaceTaxpayer(username, bodyOf(req));
      res.status(put.isNew ? 201 : 200).json(put.taxpayer);
    })
    .patch(async (req, res) => {
      const { username } = req.params;
      res.json(await control(req).patchTaxpayer(username, bodyOf(req)));
    })
    .delete(async (req, res) => {
      await control(req).deleteTaxpayer(req.params.username);
      res.status(204).end();
    });

  router.post("/taxpayers/:username/sign-in", async (req, res) => {
    const { username } = req.params;
    const signIn = await req.world.portal.entrance.signInAs(username);
    if (!signIn) throw await unknownTaxpayer(req.world, username);
    await parts.openSession(req, res, signIn);
    res.status(204).end();
  });

  router
    .route("/clock")
    .get(async (req, res) => res.json(await control(req).clock()))
    .put(async (req, res) =>
      res.json(await control(req).putClock(bodyOf(req))),
    );
  router.post("/clock/advance", async (req, res) =>
    res.json(await control(req).advanceClock(bodyOf(req))),
  );

  router
    .route("/faults")
    .get(async (req, res) => res.json(await control(req).faults()))
    .post(async (req, res) =>
      res.status(201).json(await control(req).addFault(bodyOf(req))),
    )
    .delete(async (req, res) => {
      await control(req).clearFaults();
      res.status(204).end();
    });
  router
    .route("/messages")
    .get(async (req, res) => {
      const { username } = parse(messagesQuery, req.query);
      res.json(await control(req).messages(username));
    })
    .delete(async (req, res) => {
      const { username } = parse(messagesQuery, req.query);
      await control(req).clearMessages(username);
      res.status(204).end();
    });
  router.get("/captcha", async (req, res) =>
    res.json(await control(req).captcha(parts.captchaOf(req))),
  );
  router
    .route("/journal")
    .get(async (req, res) =>
      res.json(await control(req).journal(parse(journalQuery, req.query))),
    )
    .delete(async (req, res) => {
      await control(req).clearJournal(parse(journalFilter, req.query));
      res.status(204).end();
    });

  router.get("/worlds", async (_req, res) => {
    const worlds = await parts.worlds.list();
    res.json(
      worlds.map(({ id, header, taxpayers }) => ({
        id,
        createdAt: new Date(header.createdAt).toISOString(),
        lastUsedAt: new Date(header.lastUsedAt).toISOString(),
        taxpayers,
      })),
    );
  });
  router.delete("/worlds/:id", async (req, res) => {
    if (!(await parts.worlds.end(req.params.id))) {
      throw new Refusal(404, {
        message: `There is no world "${req.params.id.slice(0, 64)}".`,
      });
    }
    res.status(204).end();
  });

  router.use((req) => {
    throw new Refusal(404, {
      message: `The control plane has no ${req.method} ${req.path}.`,
    });
  });
  router.use(answerRefusals);
  return router;
}

/** Lets only callers with the token on. */
function bearer(token: string | undefined): RequestHandler {
  return (req, _res, next) => {
    if (token === undefined || isToken(req.get("authorization"), token)) {
      next();
      return;
    }
    throw new Refusal(401, {
      message:
        "The control plane needs the header Authorization: Bearer TOKEN, with the token the simulator was started with.",
    });
  };
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Puts the caller's browser into a world by its cookie. */
function joinWorld(worlds: Worlds): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { id } = req.params;
    if (!isWorldId(id)) throw new Refusal(400, { message: WORLD_ID_RULE });
    if (!(await worlds.enter(id))) {
      throw new Refusal(503, { message: worlds.fullMessage });
    }
    res.cookie("SimulatorWorld", id, { httpOnly: true, sameSite: "lax" });
    res.redirect(303, "/");
  };
}

function bodyOf(req: Request): unknown {
  const body: unknown = req.body;
  if (body === undefined) {
    throw new Refusal(400, {
      message:
        "A JSON body is needed, sent with Content-Type: application/json.",
    });
  }
  return body;
}

function answerRefusals(
  error: unknown,
  _req: Request,
  res: Response,
  next: NextFunction,
): void {
  if (error instanceof Refusal) {
    if (error.status === 401) res.set("WWW-Authenticate", "Bearer");
    res.status(error.status).json({ error: error.body });
    return;
  }
  const { status, type = "" } = error as { status?: unknown; type?: string };
  if (typeof status === "number" && status < 500) {
    const message = UNREADABLE[type] ?? "The request cannot be read.";
    res.status(status).json({ error: { message } });
    return;
  }
  next(error);
}

/** What to say of a body that cannot be read, by body-parser's name for the reason. */
const UNREADABLE: Readonly<Record<string, string>> = {
  "entity.parse.failed": "The body is not valid JSON.",
  "entity.too.large": "The body is larger than 32 MB.",
  "charset.unsupported": "The body must be in UTF-8.",
};
