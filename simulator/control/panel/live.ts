import type { RequestHandler } from "express";
import type { World } from "../../worlds.ts";

/** How often a world is looked at for news, in milliseconds. */
const LOOK_EVERY = 500;
/** How often a silent stream says that it is there, in looks. */
const SPEAK_EVERY = 30;

/**
 * Server-sent events: `news` whenever the world's messages, journal, faults or progress have changed.
 * The world is looked at, as what changes it may be another instance on the same store.
 */
export const live: RequestHandler = async (req, res) => {
  res.writeHead(200, { "Content-Type": "text/event-stream" });
  if (req.method === "HEAD") {
    res.end();
    return;
  }
  res.write("retry: 1000\n\n");
  let last = await mark(req.world);
  // Who has gone by now is not told of by `close` any more.
  if (res.destroyed) return;
  let looks = 0;
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    const now = await mark(req.world);
    isLooking = false;
    if (now !== last) res.write("event: news\ndata: \n\n");
    else if (++looks % SPEAK_EVERY === 0) res.write(": still here\n\n");
    last = now;
  };
  const timer = setInterval(() => {
    look().catch(() => res.end());
  }, LOOK_EVERY).unref();
  res.once("close", () => clearInterval(timer));
};

/** A text that is another one as soon as something has happened. */
async function mark({ portal }: World): Promise<string> {
  const [journal, messages, faults, progress] = await Promise.all([
    portal.journal.events(),
    portal.messages.list(),
    portal.faults.list(),
    portal.progress.all(),
  ]);
  return JSON.stringify([
    journal.length,
    journal[0],
    messages.length,
    messages[0],
    faults,
    [...progress],
  ]);
}
