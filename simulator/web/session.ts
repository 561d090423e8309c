import type { Request } from "express";

/**
 * Keeps what a deed has put into the session, before its answer: nobody is to be told of what
 * the store did not take.
 */
export async function saveSession(req: Request): Promise<void> {
  await settled((done) => req.session.save(done));
}

export async function destroySession(req: Request): Promise<void> {
  await settled((done) => req.session.destroy(done));
}

/** A new session id, so that one planted before the sign-in is worth nothing. */
export async function renewSession(req: Request): Promise<void> {
  await settled((done) => req.session.regenerate(done));
}

function settled(step: (done: (error?: Error) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    step((error) => (error ? reject(error) : resolve()));
  });
}
