import { join } from "node:path";
import express from "express";
import type { Express, RequestHandler } from "express";
import { systemClock } from "./clock.ts";
import type { ServerParts } from "./control/door.ts";
import { leverWithoutStore } from "./control/store-away.ts";
import type { Edition } from "./domain/editions.ts";
import { isLoopback } from "./domain/loopback.ts";
import type { Languages } from "./languages.ts";
import type { Log } from "./log.ts";
import type { Settings } from "./settings.ts";
import type { ApiParts } from "./taxpayer-api/call.ts";
import { API_PREFIXES } from "./taxpayer-api/prefixes.ts";
import { callWithoutStore } from "./taxpayer-api/store-away.ts";
import { taxpayerApi } from "./taxpayer-api/router.ts";
import { CAPTCHA_COOKIE, captchaFiles } from "./web/captcha.ts";
import { cookieOf } from "./web/cookies.ts";
import { createCsrf } from "./web/middleware/csrf.ts";
import { faults } from "./web/middleware/faults.ts";
import { noteProgress } from "./web/middleware/progress.ts";
import { readCookies } from "./web/middleware/read-cookies.ts";
import type { CountHit } from "./web/middleware/rate-limit.ts";
import { needsReferrer } from "./web/middleware/referrer.ts";
import { requestLog } from "./web/middleware/request-log.ts";
import { securityHeaders } from "./web/middleware/security-headers.ts";
import { sessions } from "./web/middleware/session.ts";
import { findTaxpayer, signedIn } from "./web/middleware/signed-in.ts";
import { tidyPath } from "./web/middleware/tidy-path.ts";
import { visitorCookies } from "./web/middleware/visitor-cookies.ts";
import { enterWorld } from "./web/middleware/world.ts";
import { createSendPage } from "./web/page.ts";
import { apiAccessDetailsPage } from "./web/pages/api-access-details.ts";
import { changePasswordPage } from "./web/pages/change-password.ts";
import {
  errorPage,
  errorPages,
  refuseForm,
  tooManySignIns,
} from "./web/pages/errors.ts";
import { forgotPasswordPage } from "./web/pages/forgot-password.ts";
import { forgotUsernamePage } from "./web/pages/forgot-username.ts";
import { homePage } from "./web/pages/home.ts";
import { landingPage } from "./web/pages/landing.ts";
import { loginPage } from "./web/pages/login.ts";
import { logoutPage } from "./web/pages/logout.ts";
import { manageApiAccessPage } from "./web/pages/manage-api-access.ts";
import { otpForAuthPage } from "./web/pages/otp-for-auth.ts";
import { profilePage } from "./web/pages/profile.ts";
import { outsidePage, wrongAddress } from "./web/pages/wrong-address.ts";
import { redirectWithoutPage } from "./web/redirect.ts";
import { routesOf } from "./web/known-paths.ts";
import { sessionOpener } from "./web/sign-in.ts";
import { returnDashboardPage } from "./web/pages/return-dashboard.ts";
import { pageWithoutStore } from "./web/pages/store-away.ts";
import { tourSwitch } from "./web/tour.ts";
import { below, byPath } from "./web/by-path.ts";
import { assetsIn } from "./web/assets.ts";
import { late } from "./web/late.ts";
import { createViews } from "./web/views.ts";
import { xhrCalls } from "./web/xhr.ts";
import type { Worlds } from "./worlds.ts";

export interface AppParts {
  readonly settings: Settings;
  readonly edition: Edition;
  readonly worlds: Worlds;
  /** The control plane, to be mounted at its prefix. */
  readonly controlPlane: (server: ServerParts) => RequestHandler;
  readonly api: ApiParts;
  readonly log: Log;
  readonly version: string;
  /** The store's count of who comes how often. */
  readonly countHit: CountHit;
  readonly languages: Languages;
  /** Signs cookies and form tokens. */
  readonly secret: string;
  /** The folder of the views. */
  readonly views: string;
  /** Finds the pages' font. */
  readonly fontFile: () => string;
}

/** What a request meets, in order; it names each page, which is what makes this file long. */
export function createApp(parts: AppParts): Express {
  const { settings, worlds, log, secret } = parts;
  const csrf = createCsrf(secret);
  const assets = assetsIn(join(parts.views, "assets"), parts.fontFile);
  const views = createViews(parts.views, { assets: assets.path });
  const tour = { languages: parts.languages, preset: settings.tour };
  const send = createSendPage(views, csrf, parts.edition, tour);
  const signInLimit = late(async () => {
    const { perMinute } = await import("./web/middleware/rate-limit.ts");
    const { signInsPerMinute: limit } = settings;
    const refuse = tooManySignIns(send, limit);
    return perMinute(limit, parts.countHit, systemClock, refuse);
  });

  const app = express();
  app.disable("x-powered-by");
  // What Express says by itself, where even our error page fails, holds no stack trace.
  app.set("env", "production");
  // A page differs at every request; hashing it would be work for nothing.
  app.disable("etag");
  app.set("query parser", "simple");
  // A program of this machine may stand in for one of the portal's hosts, or end its TLS.
  // (Express's own "loopback" takes the address apart at every request.) Who has hung up
  // already has no address.
  app.set("trust proxy", (address: string | undefined) =>
    isLoopback(address?.replace("::ffff:", "") ?? ""),
  );
  redirectWithoutPage(app);

  if (settings.log === "info") app.use(requestLog(log.info));
  app.use(securityHeaders());
  app.use(readCookies);
  app.use(assets.path, assets.serve);
  app.use(tidyPath);
  app.use(enterWorld(worlds));
  app.use(below([...API_PREFIXES, "/static"], taxpayerApi(parts.api)));
  const session = sessions(secret);
  if (settings.control) {
    app.use(
      "/__simulator",
      parts.controlPlane({
        worlds,
        version: parts.version,
        token: settings.controlToken,
        isOpen: !isLoopback(settings.host),
        render: views.text,
        csrf: createCsrf(secret, "PanelToken"),
        captchaOf: (req) => cookieOf(req, CAPTCHA_COOKIE),
        openSession: sessionOpener(session),
      }),
    );
  }
  app.use(session);
  if (!settings.control) app.use("/__simulator", outsidePage(send));
  app.use(findTaxpayer);
  app.use(wrongAddress(send, parts.edition, () => routesOf(app.router)));
  app.use(faults(send));
  app.use(visitorCookies);
  app.use(byPath(captchaFiles(), xhrCalls(signInLimit)));
  app.use(express.urlencoded({ extended: false }));
  // Before the guard of forms: whose sign-in has ended is told so, not that a token is wrong.
  app.use("/services/auth", needsReferrer, signedIn);
  app.use(csrf.guard(refuseForm(send)));
  app.use(noteProgress);
  // A turn of the event loop later, so that all that has arrived is answered together
  // (docs/performance.md).
  app.use((_req, _res, next) => {
    setImmediate(next);
  });
  app.use(
    byPath(
      tourSwitch(tour),
      homePage(send),
      loginPage(send, signInLimit),
      otpForAuthPage(send),
      forgotUsernamePage(send),
      forgotPasswordPage(send),
      logoutPage(send),
      errorPages(send),
      landingPage(send),
      returnDashboardPage(send),
      profilePage(send),
      changePasswordPage(send),
      manageApiAccessPage(send),
      apiAccessDetailsPage(send),
    ),
  );
  app.use(outsidePage(send));
  app.use("/__simulator", leverWithoutStore(parts.edition, parts.version));
  app.use(API_PREFIXES, callWithoutStore);
  app.use(pageWithoutStore(send));
  app.use(errorPage(send, log.error));
  return app;
}
