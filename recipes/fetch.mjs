// No browser: the six steps by plain fetch, on a simulator that runs elsewhere if SIMULATOR_URL
// says where, else on one in this process.
import assert from "node:assert/strict";
import { startSimulator } from "gst-portal-simulator";

const simulator = process.env.SIMULATOR_URL
  ? { url: process.env.SIMULATOR_URL, close: async () => {} }
  : await startSimulator();
// A portal of one's own on a simulator that others use too.
const world = { "X-Simulator-World": `fetch-${process.pid}` };
/** @type {Map<string, string>} */
const cookies = new Map();

try {
  const login = await get("/services/login");
  await post("/services/login", {
    _csrf: tokenIn(login),
    user_name: "never_enabled",
    user_pass: "Simulator@1",
  });
  assert.match(await get("/services/auth/"), /Welcome Neem Tree Textiles/);
  assert.match(await get("/services/auth/myprofile"), /Manage API Access/);
  const form = await get("/services/auth/manageapiaccess");
  const page = await post("/services/auth/manageapiaccess", {
    _csrf: tokenIn(form),
    isAPIEnable: "Y",
    exDm: "360",
  });
  assert.match(page, /now be active for 6 hrs/);

  const state = await ask("/__simulator/taxpayers/never_enabled");
  const { apiAccess } = await state.json();
  assert.equal(apiAccess.enabled, true);
  console.log("fetch switched API access on until", apiAccess.until);
} finally {
  await simulator.close();
}

/** @param {string} path */
async function get(path) {
  return (await ask(path)).text();
}

/** @param {string} path @param {Record<string, string>} fields */
async function post(path, fields) {
  const answer = await ask(path, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  assert.equal(answer.status, 303, "the form is accepted");
  return get(answer.headers.get("location") ?? "/");
}

/**
 * fetch with the world's header and a cookie jar.
 *
 * @param {string} path @param {RequestInit} init @returns {Promise<Response>}
 */
async function ask(path, init = {}) {
  const answer = await fetch(new URL(path, simulator.url), {
    ...init,
    redirect: "manual",
    headers: {
      ...world,
      Cookie: [...cookies]
        .map(([name, value]) => `${name}=${value}`)
        .join("; "),
    },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  const isRedirect = answer.status === 302;
  return isRedirect ? ask(answer.headers.get("location") ?? "/") : answer;
}

/** @param {string} html */
function tokenIn(html) {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
