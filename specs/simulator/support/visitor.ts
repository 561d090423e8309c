import type { APIRequestContext, APIResponse } from "@playwright/test";
import { load } from "cheerio";

/** The password of every taxpayer of the scenario `default`. */
export const PASSWORD = "Simulator@1";

export const LOGIN = "/services/login";
export const LANDING = "/services/auth/fowelcome";
export const PROFILE = "/services/auth/myprofile";
export const MANAGE_API_ACCESS = "/services/auth/manageapiaccess";
export const CHANGE_PASSWORD = "/services/auth/changepassword";
export const LOGOUT = "/services/logout";
export const ACCESS_DENIED = "/services/error/accessdenied";

/** The minutes that the form sends for each duration. */
export const MINUTES = {
  "6 hrs": "360",
  "12 hrs": "720",
  "7 days": "10080",
  "30 days": "43200",
} as const;

/** Somebody who opens pages and sends their forms, without a browser's script or screen. */
export class Visitor {
  readonly request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.request = request;
  }

  /** The answer itself: a redirect is not followed. */
  async get(path: string): Promise<APIResponse> {
    return this.request.get(path, { maxRedirects: 0 });
  }

  /** What a person would see at an address in the end. */
  async read(path: string): Promise<ReadPage> {
    return new ReadPage(await (await this.request.get(path)).text());
  }

  /** Opens the page at `path`, fills its form in and sends it; a redirect is not followed. */
  async submit(
    path: string,
    fields: Record<string, string>,
  ): Promise<APIResponse> {
    const { token } = await this.read(path);
    return this.post(path, { _csrf: token, ...fields });
  }

  /** Sends a form as it is said, without opening its page. */
  async post(path: string, form: Record<string, string>): Promise<APIResponse> {
    return this.request.post(path, { form, maxRedirects: 0 });
  }

  async signIn(username: string, password = PASSWORD): Promise<APIResponse> {
    const fields = { user_name: username, user_pass: password };
    return this.submit(LOGIN, fields);
  }

  /** Chooses Yes and a duration on Manage API Access. */
  async enable(duration: keyof typeof MINUTES): Promise<APIResponse> {
    const fields = { isAPIEnable: "Y", exDm: MINUTES[duration] };
    return this.submit(MANAGE_API_ACCESS, fields);
  }

  /** Chooses No on Manage API Access. */
  async disable(): Promise<APIResponse> {
    return this.submit(MANAGE_API_ACCESS, { isAPIEnable: "N" });
  }

  /** What Manage API Access shows as the present state. */
  async shownChoice(): Promise<string> {
    return (await this.read(MANAGE_API_ACCESS)).choice;
  }

  /** Whether the pages behind the sign-in are open. */
  async isSignedIn(): Promise<boolean> {
    const answer = await this.get(PROFILE);
    return answer.status() === 200;
  }
}

/** A page as text and marks. */
export class ReadPage {
  readonly $: ReturnType<typeof load>;

  constructor(html: string) {
    this.$ = load(html);
  }

  get text(): string {
    return this.$("body").text().replaceAll(/\s+/g, " ");
  }

  get heading(): string {
    return this.$("[role=main] h1, [role=main] h4").first().text().trim();
  }

  get alert(): string {
    return this.$(".alert").text().trim();
  }

  get fieldErrors(): string[] {
    return this.$(".err")
      .toArray()
      .map((element) => this.$(element).text().trim());
  }

  get token(): string {
    return this.$("input[name=_csrf]").attr("value") ?? "";
  }

  /** The label of the chosen radio and, after Yes, of the chosen duration. */
  get choice(): string {
    const radio = this.$("input[type=radio][checked]").attr("value");
    if (radio !== "Y") return radio === "N" ? "No" : "neither";
    return `Yes, ${this.$("option[selected]").text().trim()}`;
  }
}
