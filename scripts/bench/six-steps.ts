import type { Browser } from "./browser.ts";
import type { Answer } from "./connection.ts";

export const LOGIN = "/services/login";
export const PROFILE = "/services/auth/myprofile";
export const MANAGE_API_ACCESS = "/services/auth/manageapiaccess";

/** Told of each answer. */
type See = (method: string, path: string, answer: Answer) => void;
const nobody: See = () => undefined;

/** Who does the steps, and what they choose: 30 days unless said. */
export interface Walker {
  readonly username: string;
  readonly password: string;
  readonly minutes?: number;
}

/**
 * The guide's six steps, redirects followed. Throws where an answer is not what the step
 * leads to.
 */
export async function sixSteps(
  browser: Browser,
  { username, password, minutes = 43_200 }: Walker,
  see = nobody,
): Promise<void> {
  await signIn(browser, username, password, see);
  await visit(browser, PROFILE, see);
  const form = await visit(browser, MANAGE_API_ACCESS, see);
  await submit(
    browser,
    MANAGE_API_ACCESS,
    { isAPIEnable: "Y", exDm: String(minutes), _csrf: tokenIn(form) },
    see,
  );
}

export async function signIn(
  browser: Browser,
  username: string,
  password: string,
  see = nobody,
): Promise<void> {
  const form = await signInForm(browser, username, password, see);
  await submit(browser, LOGIN, form, see);
}

/** The login page's form, filled in. */
export async function signInForm(
  browser: Browser,
  username: string,
  password: string,
  see = nobody,
): Promise<Record<string, string>> {
  const _csrf = tokenIn(await visit(browser, LOGIN, see));
  return { user_name: username, user_pass: password, _csrf };
}

export async function visit(
  browser: Browser,
  path: string,
  see = nobody,
): Promise<Answer> {
  const answer = await browser.get(path);
  see("GET", path, answer);
  const next = locationOf(answer);
  if (next !== undefined) return visit(browser, next, see);
  if (answer.status === 200) return answer;
  throw new Error(`GET ${path} was answered ${answer.status}.`);
}

async function submit(
  browser: Browser,
  path: string,
  fields: Record<string, string>,
  see: See,
): Promise<void> {
  const answer = await browser.post(path, fields);
  see("POST", path, answer);
  const next = locationOf(answer);
  if (next === undefined) {
    throw new Error(`POST ${path} was answered ${answer.status}.`);
  }
  await visit(browser, next, see);
}

/** The token of the form in an answer; `""` where it has none. */
function tokenIn(answer: Answer): string {
  return /name="_csrf" value="([^"]*)"/.exec(answer.body.toString())?.[1] ?? "";
}

/** Where an answer redirects to. */
function locationOf(answer: Answer): string | undefined {
  return /\nlocation: *([^\r]+)/i.exec(answer.head)?.[1];
}
