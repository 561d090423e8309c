import { networkInterfaces } from "node:os";
import { Router } from "express";
import type { Request, Response } from "express";
import { DEFAULT_WORLD } from "../../../worlds.ts";
import { DEEDS } from "../deeds.ts";
import type { PanelParts } from "../panel.ts";
import { portalAddress } from "./address.ts";
import { boardModel } from "./board.ts";

/** The board and the hand-out of a class, for whoever may open the panel at `base`. */
export function classroomPages(parts: PanelParts, base: string): Router {
  const router = Router();
  const addressFor = (req: Request) => {
    const used = `${req.protocol}://${req.host}`;
    return portalAddress(
      // A client may send any text as its Host.
      URL.canParse(used) ? used : "http://localhost",
      parts.isOpen,
      networkInterfaces(),
    );
  };
  const send = (req: Request, res: Response, view: string, model: object) => {
    const { world } = req;
    const html = parts.render(`control/${view}`, {
      ...model,
      base,
      style: "classroom",
      version: parts.version,
      edition: world.portal.edition.name,
      world: world.id,
      scenario: world.scenario().name,
      csrfToken: parts.csrf.token(req, res),
    });
    res.type("html").send(html);
  };

  router.get("/", async (req, res) => {
    const { did } = req.query;
    send(req, res, "classroom", {
      ...(await boardModel(req.world)),
      title: "Classroom",
      done: (typeof did === "string" ? DEEDS[did]?.done : undefined) ?? "",
    });
  });
  router.get("/hand-out", async (req, res) => {
    send(req, res, "hand-out", {
      title: "Hand-out",
      address: addressFor(req),
      taxpayers: await req.world.portal.taxpayers.list(),
      isDefaultWorld: req.world.id === DEFAULT_WORLD,
    });
  });
  router.get("/qr.svg", async (req, res) => {
    // Only a trainer needs it; every start would pay for it.
    const { renderSVG } = await import("uqr");
    res.type("svg").send(renderSVG(addressFor(req).url));
  });
  return router;
}
