import { Router, json } from "express";
import type { Request, RequestHandler } from "express";
import { nearestPath } from "../domain/nearest.ts";
import { WORLD_ID_RULE, isWorldId } from "../worlds.ts";
import type { Worlds } from "../worlds.ts";
import { answerRefusals } from "./answer-refusals.ts";
import { WorldControl } from "./control.ts";
import { openApi } from "./openapi.ts";
import { operations } from "./operations.ts";
import type { Operation, OperationParts } from "./operations.ts";
import { panel } from "./panel/panel.ts";
import type { PanelParts } from "./panel/panel.ts";
import { Refusal } from "./refusal.ts";
import { scenarioJsonSchema } from "./scenario-schema.ts";
import { bearer } from "./token.ts";
import { giveWorld } from "./world-cookie.ts";

/** `token`, where there is one, is asked for in `Authorization: Bearer …`. */
export type ControlPlaneParts = PanelParts;

/** Where the control plane is mounted. */
const CONTROL_PLANE = "/__simulator";

/** The control plane over HTTP (design 1.4), to be mounted at `CONTROL_PLANE`. */
export function controlPlane(parts: ControlPlaneParts): Router {
  const router = Router();
  const table = operations(parts);
  router.get("/health", (req, res) => {
    res.json({
      status: "ok",
      version: parts.version,
      edition: req.world.portal.edition.name,
      now: new Date(req.world.clock.now()).toISOString(),
    });
  });
  router.post("/worlds/:id/join", joinWorld(parts.worlds));
  router.use(sameSite);
  router.use(panel(parts, CONTROL_PLANE));
  router.use(bearer(parts.token));
  router.get("/openapi.json", (_req, res) => {
    res.json(openApi(table, CONTROL_PLANE, parts.version));
  });
  router.get("/scenario.schema.json", (_req, res) => {
    res.json(scenarioJsonSchema(parts.schemas));
  });
  router.use(json({ limit: "32mb", strict: false }));
  for (const operation of table) {
    router[operation.method](operation.path, answerBy(operation, parts));
  }
  router.use((req) => {
    throw wrongCall(req, table);
  });
  router.use(answerRefusals);
  return router;
}

/** A page of another site that the browser has open may pull no lever. */
const sameSite: RequestHandler = (req, _res, next) => {
  const site = req.get("sec-fetch-site") ?? "none";
  const changes = req.method !== "GET" && req.method !== "HEAD";
  if (changes && site !== "none" && site !== "same-origin") {
    throw new Refusal(403, {
      message: "A page of another site may not call the control plane.",
    });
  }
  next();
};

/** What is wrong with a call that no operation takes, and the nearest one that there is. */
function wrongCall(req: Request, table: readonly Operation[]): Refusal {
  const paths = [...OTHER_PATHS, ...table.map(({ path }) => path)];
  const path = nearestPath(req.path, paths) ?? "/";
  const methods = table
    .filter((operation) => operation.path === path)
    .map(({ method }) => method.toUpperCase());
  const nearest = `${methods.join(", ") || "GET"} ${CONTROL_PLANE}${path}`;
  return new Refusal(404, {
    message: `The control plane has no ${req.method} ${CONTROL_PLANE}${req.path.slice(0, 200)}; the nearest call is ${nearest}.`,
    known: [`${CONTROL_PLANE}${path}`],
  });
}

/** What is answered besides the table. */
const OTHER_PATHS = ["/", "/health", "/openapi.json", "/scenario.schema.json"];

function answerBy(operation: Operation, parts: OperationParts): RequestHandler {
  return async (req, res) => {
    const { world, params } = req;
    const answer = await operation.run({
      req,
      res,
      world,
      control: new WorldControl(() => Promise.resolve(world), parts),
      name: String(Object.values(params)[0] ?? ""),
      body: () => bodyOf(req),
    });
    res.status(answer.status);
    if (answer.body === undefined) res.end();
    else res.json(answer.body);
  };
}

/** Puts the caller's browser into a world by its cookie. */
function joinWorld(worlds: Worlds): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const { id } = req.params;
    if (!isWorldId(id)) throw new Refusal(400, { message: WORLD_ID_RULE });
    if (!(await worlds.enter(id))) {
      throw new Refusal(503, { message: worlds.fullMessage });
    }
    giveWorld(req, res, id);
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
