import type { Request, Response } from "express";
import { WORLD_ID_RULE, isWorldId } from "../../worlds.ts";
import { WorldControl, unknownTaxpayer } from "../control.ts";
import type { OperationParts } from "../operations.ts";
import { Refusal } from "../refusal.ts";
import { giveWorld } from "../world-cookie.ts";
import { DEEDS } from "./deeds.ts";
import { field } from "./form.ts";

/** Does what a form asks for, and says where the browser is to go then. */
export async function obey(
  parts: OperationParts,
  base: string,
  req: Request,
  res: Response,
): Promise<string> {
  const { world } = req;
  const name = field(req, "do");
  if (name === "sign-in") {
    const username = field(req, "username");
    const signIn = await world.portal.entrance.signInAs(username);
    if (!signIn) throw await unknownTaxpayer(world, username);
    await parts.openSession(req, res, signIn);
    return "/services/auth/";
  }
  if (name === "join") {
    const id = field(req, "world");
    if (!isWorldId(id)) throw new Refusal(400, { message: WORLD_ID_RULE });
    giveWorld(req, res, id);
    return base;
  }
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
  if (!deed) {
    throw new Refusal(400, { message: `The panel cannot do "${name}".` });
  }
  await deed.run({
    world,
    control: new WorldControl(() => Promise.resolve(world), parts),
    field: (key) => field(req, key),
  });
  return `${base}${deed.page ?? ""}?did=${name}#${deed.section}`;
}
