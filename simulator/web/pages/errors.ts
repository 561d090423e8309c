import { Router } from "express";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { ACCESS_DENIED } from "../middleware/signed-in.ts";
import type { SendPage } from "../page.ts";
import { BLOCKED, SERVER_BUSY } from "../sign-in-answers.ts";

/**
 * The pages that the portal sends to when something is in the way (facts: portal §2, §3.3 and
 * §7). Only what Access Denied says was seen; the other texts are a choice, as is each status.
 */
export function errorPages(send: SendPage): Router {
  const router = Router();
  router.get(ACCESS_DENIED, (req, res) =>
    send(req, res, {
      view: "access-denied",
      title: "Access Denied",
      status: 403,
    }),
  );
  for (const [path, { heading, sentence, status }] of PROBLEMS) {
    router.get(path, (req, res) =>
      send(req, res, {
        view: "problem",
        title: heading,
        status,
        model: { heading, sentence },
      }),
    );
  }
  return router;
}

const PROBLEMS = Object.entries({
  [SERVER_BUSY]: {
    heading: "Server Busy",
    sentence:
      "Max User Session Count Reached. Log out where you are logged in, and try again.",
    status: 200,
  },
  [BLOCKED]: {
    heading: "Access Blocked",
    sentence: "This login was blocked for security reasons.",
    status: 403,
  },
  "/services/error/system": {
    heading: "System error",
    sentence: "System error occurred. Please try after sometime.",
    status: 500,
  },
  "/services/error/notfound": {
    heading: "Page not found",
    sentence: "The page you asked for was not found.",
    status: 404,
  },
});

/** A form without the token that it was sent out with. */
export function refuseForm(send: SendPage): RequestHandler {
  return (req, res) =>
    send(req, res, {
      view: "problem",
      title: "Form not accepted",
      status: 403,
      model: {
        heading: "This form was not accepted",
        sentence:
          "It did not carry the token it was sent out with. Open the page again and send the form from there.",
      },
    });
}

/** Too many sign-ins from one address. */
export function tooManySignIns(
  send: SendPage,
  perMinute: number,
): RequestHandler {
  return (req, res) =>
    send(req, res, {
      view: "problem",
      title: "Too many sign-ins",
      status: 429,
      model: {
        heading: "Too many sign-ins",
        sentence: `This simulator takes ${perMinute} sign-ins a minute from one address. Wait a minute, or start it with a higher --sign-ins-per-minute.`,
      },
    });
}

/** What is left: a wrong request, or a fault of ours, which is logged and not shown. */
export function errorPage(
  send: SendPage,
  log: (fields: object, message: string) => void,
): ErrorRequestHandler {
  // oxlint-disable-next-line no-unused-vars -- Express knows it by its four parameters
  return (error: unknown, req, res, _next) => {
    const { status } = error as { status?: unknown };
    const isTheirs =
      typeof status === "number" && status >= 400 && status < 500;
    if (!isTheirs) log({ err: error, path: req.path }, "request failed");
    if (res.headersSent) {
      // Nobody can be told any more. Express would print it, and cut the connection also
      // where the answer is whole.
      if (!res.writableEnded) res.destroy();
      return;
    }
    send(req, res, {
      view: "problem",
      title: isTheirs ? "Request not understood" : "Error",
      status: isTheirs ? status : 500,
      model: isTheirs
        ? {
            heading: "This request was not understood",
            sentence:
              "Its address or its content is malformed. Go back and try again.",
          }
        : {
            heading: "The simulator failed",
            sentence:
              "This is a fault of the simulator, not of yours; its log says more.",
          },
    });
  };
}
