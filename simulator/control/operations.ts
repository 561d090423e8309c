import type { Request, Response } from "express";
import * as z from "zod";
import type { Admission } from "../portal/sign-in-outcome.ts";
import type { World, Worlds } from "../worlds.ts";
import * as answer from "./answers.ts";
import { unknownTaxpayer } from "./control.ts";
import type { ControlParts, WorldControl } from "./control.ts";
import { fault } from "./fault-schema.ts";
import { parse } from "./parse.ts";
import { Refusal } from "./refusal.ts";
import { journalFilter, journalQuery, messagesQuery } from "./schemas.ts";

/** A call of the control plane: how it is reached, what it takes and what it answers. */
export interface Operation {
  readonly method: "get" | "put" | "post" | "patch" | "delete";
  /** Below `/__simulator`, in Express's notation. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** What it answers where all is well, by status; `null` for no body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  run(call: Call): Promise<Answer> | Answer;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One request for an operation. */
export interface Call {
  readonly req: Request;
  readonly res: Response;
  readonly world: World;
  readonly control: WorldControl;
  /** The part of the path that an operation leaves open. */
  readonly name: string;
  /** The JSON body; where there is none, asking for it is a `Refusal`. */
  readonly body: () => unknown;
}

export interface OperationParts extends ControlParts {
  readonly worlds: Worlds;
  /** The id of the CAPTCHA that the caller's browser was shown. */
  captchaOf(req: Request): string | undefined;
  /** Signs the browser behind a request in; its cookie goes out with the answer. */
  openSession(req: Request, res: Response, signIn: Admission): Promise<void>;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const done: Answer = { status: 204 };

/** The table of design 1.4, but for what needs no token and what is no JSON. */
export function operations(parts: OperationParts): readonly Operation[] {
  const { schemas, worlds } = parts;
  const taxpayer = answer.taxpayerAnswer(schemas);
  return [
    {
      method: "post",
      path: "/reset",
      summary: "Back to the scenario's first state, the clock on real time",
      answers: { 204: null },
      run: async ({ control }) => {
        await control.reset();
        return done;
      },
    },
    {
      method: "get",
      path: "/scenario",
      summary: "The scenario the world is in, as it can be put again",
      answers: { 200: schemas.scenario },
      run: async ({ control }) => ok(await control.scenario()),
    },
    {
      method: "put",
      path: "/scenario",
      summary:
        "Puts the world into a scenario, by name or a new one, and resets",
      body: schemas.scenario,
      answers: { 200: schemas.scenario },
      run: async ({ control, body }) => ok(await control.putScenario(body())),
    },
    {
      method: "get",
      path: "/taxpayers",
      summary: "All taxpayers",
      answers: { 200: z.array(taxpayer) },
      run: async ({ control }) => ok(await control.taxpayers()),
    },
    {
      method: "get",
      path: "/taxpayers/:username",
      summary: "One taxpayer",
      answers: { 200: taxpayer },
      run: async ({ control, name }) => ok(await control.taxpayer(name)),
    },
    {
      method: "put",
      path: "/taxpayers/:username",
      summary: "Creates or replaces a taxpayer; what is not said is plain",
      body: schemas.taxpayer,
      answers: { 200: taxpayer, 201: taxpayer },
      run: async ({ control, name, body }) => {
        const put = await control.replaceTaxpayer(name, body());
        return { status: put.isNew ? 201 : 200, body: put.taxpayer };
      },
    },
    {
      method: "patch",
      path: "/taxpayers/:username",
      summary: "Changes the given fields of a taxpayer",
      body: schemas.taxpayer,
      answers: { 200: taxpayer },
      run: async ({ control, name, body }) =>
        ok(await control.patchTaxpayer(name, body())),
    },
    {
      method: "delete",
      path: "/taxpayers/:username",
      summary: "Removes a taxpayer",
      answers: { 204: null },
      run: async ({ control, name }) => {
        await control.deleteTaxpayer(name);
        return done;
      },
    },
    {
      method: "post",
      path: "/taxpayers/:username/sign-in",
      summary:
        "Signs this browser in as a taxpayer, by the cookies of the answer",
      answers: { 204: null },
      run: async ({ req, res, world, name }) => {
        const signIn = await world.portal.entrance.signInAs(name);
        if (!signIn) throw await unknownTaxpayer(world, name);
        await parts.openSession(req, res, signIn);
        return done;
      },
    },
    {
      method: "post",
      path: "/taxpayers/:username/reset",
      summary: "A taxpayer begins anew: as in the scenario, signed out",
      answers: { 204: null },
      run: async ({ control, name }) => {
        await control.resetTaxpayer(name);
        return done;
      },
    },
    {
      method: "get",
      path: "/progress",
      summary: "How far each taxpayer has come in the guide's six steps",
      answers: { 200: answer.progress },
      run: async ({ control }) => ok(await control.progress()),
    },
    {
      method: "get",
      path: "/clock",
      summary: "The world's clock",
      answers: { 200: answer.clock },
      run: async ({ control }) => ok(await control.clock()),
    },
    {
      method: "put",
      path: "/clock",
      summary: "Moves the clock to an instant; time flows on from there",
      body: schemas.clock,
      answers: { 200: answer.clock },
      run: async ({ control, body }) => ok(await control.putClock(body())),
    },
    {
      method: "post",
      path: "/clock/advance",
      summary: "Moves the clock on by a duration",
      body: schemas.advance,
      answers: { 200: answer.clock },
      run: async ({ control, body }) => ok(await control.advanceClock(body())),
    },
    {
      method: "get",
      path: "/faults",
      summary: "The faults that are armed",
      answers: { 200: answer.faults },
      run: async ({ control }) => ok(await control.faults()),
    },
    {
      method: "post",
      path: "/faults",
      summary: "Arms a fault behind those there are",
      body: fault,
      answers: { 201: answer.faults },
      run: async ({ control, body }) => ({
        status: 201,
        body: await control.addFault(body()),
      }),
    },
    {
      method: "delete",
      path: "/faults",
      summary: "Disarms all faults",
      answers: { 204: null },
      run: async ({ control }) => {
        await control.clearFaults();
        return done;
      },
    },
    {
      method: "get",
      path: "/messages",
      summary: "What the portal has sent, newest first",
      query: messagesQuery,
      answers: { 200: answer.messages },
      run: async ({ control, req }) => {
        const { username } = parse(messagesQuery, req.query);
        return ok(await control.messages(username));
      },
    },
    {
      method: "delete",
      path: "/messages",
      summary: "Forgets messages, all or those to one taxpayer",
      query: messagesQuery,
      answers: { 204: null },
      run: async ({ control, req }) => {
        const { username } = parse(messagesQuery, req.query);
        await control.clearMessages(username);
        return done;
      },
    },
    {
      method: "get",
      path: "/journal",
      summary: "What happened, newest first",
      query: journalQuery,
      answers: { 200: answer.journal },
      run: async ({ control, req }) =>
        ok(await control.journal(parse(journalQuery, req.query))),
    },
    {
      method: "delete",
      path: "/journal",
      summary: "Forgets events, all or some",
      query: journalFilter,
      answers: { 204: null },
      run: async ({ control, req }) => {
        await control.clearJournal(parse(journalFilter, req.query));
        return done;
      },
    },
    {
      method: "get",
      path: "/captcha",
      summary: "What the CAPTCHA now shown expects",
      answers: { 200: answer.captcha },
      run: async ({ control, req }) =>
        ok(await control.captcha(parts.captchaOf(req))),
    },
    {
      method: "get",
      path: "/worlds",
      summary: "The worlds there are",
      answers: { 200: answer.worlds },
      run: async () => ok((await worlds.list()).map(worldAnswer)),
    },
    {
      method: "delete",
      path: "/worlds/:id",
      summary: "Ends a world and all that is in it",
      answers: { 204: null },
      run: async ({ name }) => {
        if (await worlds.end(name)) return done;
        throw new Refusal(404, {
          message: `There is no world "${name.slice(0, 64)}"; GET /__simulator/worlds lists those there are.`,
        });
      },
    },
  ];
}

type ListedWorld = Awaited<ReturnType<Worlds["list"]>>[number];

function worldAnswer({ id, header, taxpayers }: ListedWorld) {
  return {
    id,
    createdAt: new Date(header.createdAt).toISOString(),
    lastUsedAt: new Date(header.lastUsedAt).toISOString(),
    taxpayers,
  };
}
