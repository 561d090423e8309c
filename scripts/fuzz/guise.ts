import { randomUUID } from "node:crypto";

/** What the names in hostile requests stand for, such as `{{signedIn}}`. */
export interface Guise {
  readonly world: string;
  /** Cookies of a taxpayer who is signed in, with the token of a form that goes with them. */
  readonly signedIn: string;
  readonly csrf: string;
  /** Cookie and token of the control panel. */
  readonly panel: string;
  readonly panelCsrf: string;
  /** Cookies and token of a sign-in that has ended. */
  readonly replayed: string;
  readonly replayedCsrf: string;
  /** Cookies that are good in another world. */
  readonly elsewhere: string;
}

/** Puts real values in place of the names in a text. */
export function filler(guise: Guise): (text: string) => string {
  return (text) =>
    text.includes("{{")
      ? text.replaceAll(/\{\{(\w+)\}\}/g, (name, key: string) =>
          Object.hasOwn(guise, key) ? guise[key as keyof Guise] : name,
        )
      : text;
}

const FORM_PAGE = "/services/auth/changepassword";

/** Signs in and out in `world`, to have the papers that hostile requests show. */
export async function takeGuise(url: string, world: string): Promise<Guise> {
  const gone = await signIn(url, world);
  await open(url, world, "/services/logout", gone.cookies);
  const here = await signIn(url, world);
  const there = await signIn(url, `${world}-${randomUUID().slice(0, 8)}`);
  const panel = await open(url, world, "/__simulator");
  return {
    world,
    signedIn: here.cookies,
    csrf: here.token,
    replayed: gone.cookies,
    replayedCsrf: gone.token,
    elsewhere: there.cookies,
    panel: panel.cookies,
    panelCsrf: panel.token,
  };
}

async function signIn(url: string, world: string) {
  const lever = "/__simulator/taxpayers/never_enabled/sign-in";
  const { cookies } = await open(url, world, lever, "", "POST");
  const page = await open(url, world, FORM_PAGE, cookies);
  return { ...page, cookies: `${cookies}; ${page.cookies}` };
}

async function open(
  url: string,
  world: string,
  path: string,
  cookie = "",
  method = "GET",
): Promise<{ cookies: string; token: string }> {
  const answer = await fetch(url + path, {
    method,
    redirect: "manual",
    headers: {
      "X-Simulator-World": world,
      Referer: url,
      ...(cookie && { Cookie: cookie }),
    },
  });
  const html = await answer.text();
  return {
    cookies: answer.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; "),
    token: /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? "",
  };
}
