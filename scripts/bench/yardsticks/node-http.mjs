// Bare node:http that answers the same bytes, and does the six steps' work by hand: forms
// parsed, a token asked for, a session kept.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {{ username: string | null, access?: [string | null, number] }} Session */

const [, , folder = "."] = process.argv;
const { answers } = /** @type {import("../capture.ts").Captured} */ (
  JSON.parse(readFileSync(join(folder, "captured.json"), "utf8"))
);
/** @type {Map<string | undefined, Session>} */
const sessions = new Map();

const server = createServer((req, res) => {
  const session = sessions.get(
    /sid=([^;]+)/.exec(req.headers.cookie ?? "")?.[1],
  );
  if (req.url?.startsWith("/services/auth/") && !session) {
    res.writeHead(302, { Location: "/services/login" }).end();
  } else if (req.method === "GET") {
    answer(req, res);
  } else {
    let text = "";
    req.on("data", (chunk) => (text += chunk));
    req.on("end", () => post(req, res, new URLSearchParams(text), session));
  }
});

/**
 * @param {Request} req
 * @param {Response} res
 * @param {URLSearchParams} form
 * @param {Session | undefined} session
 */
function post(req, res, form, session) {
  if (!form.get("_csrf")) {
    res.writeHead(403).end();
    return;
  }
  if (session) {
    session.access = [form.get("isAPIEnable"), Number(form.get("exDm"))];
  } else {
    const id = randomUUID();
    sessions.set(id, { username: form.get("user_name") });
    res.setHeader("Set-Cookie", `sid=${id}; HttpOnly; Path=/`);
  }
  answer(req, res);
}

/**
 * @param {Request} req
 * @param {Response} res
 */
function answer(req, res) {
  const known = answers[`${req.method} ${req.url}`];
  if (!known) {
    res.writeHead(404).end();
    return;
  }
  for (const [name, value] of known.headers) res.setHeader(name, value);
  res.statusCode = known.status;
  res.end(known.body);
}

server.listen(0, "127.0.0.1", () => {
  const address = /** @type {import("node:net").AddressInfo} */ (
    server.address()
  );
  console.log(`Listening on http://127.0.0.1:${address.port}`);
});
