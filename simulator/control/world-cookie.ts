import type { Request, Response } from "express";

/** Puts the caller's browser into a world. */
export function giveWorld(req: Request, res: Response, id: string): void {
  res.cookie("SimulatorWorld", id, {
    httpOnly: true,
    sameSite: "lax",
    secure: req.secure,
  });
}
