import { Router, json } from "express";
import type { Request, RequestHandler } from "express";
import { formatIst } from "../domain/ist.ts";
import { displayName } from "../domain/taxpayer.ts";
import { confirmation, readChoice, standing } from "./api-access-choice.ts";
import { fromOwnPages, signedInCall } from "./middleware/own-pages.ts";
import { profileDetail } from "./profile-detail.ts";
import { confirmDevice, signIn } from "./sign-in.ts";
import { SIGN_IN_ANSWERS } from "./sign-in-answers.ts";

/**
 * The calls that the portal's own pages make (facts: portal §3.3, §4.4, §5, §6.3 and §7), for
 * scripts and for clients without a browser. Answers that were not seen are a choice: those
 * of API access and of keepalive.
 */
export function xhrCalls(limit: RequestHandler): Router {
  const router = Router();
  const open: RequestHandler[] = [fromOwnPages, json()];
  const closed: RequestHandler[] = [fromOwnPages, signedInCall, json()];

  router.post("/services/authenticate", ...open, limit, authenticate);
  router.post("/services/validate/rba/otp", ...open, limit, validateOtp);
  router.get("/services/api/ustatus", ...open, (req, res) => {
    res.json(userStatus(req));
  });
  router.post("/services/auth/profile/detail", ...closed, (req, res) => {
    res.json(profileDetail(req.taxpayer));
  });
  router.get(`${API}/getAPIAccessStatus`, ...closed, (req, res) => {
    const { edition, now } = about(req);
    res.json(standing(req.taxpayer, edition, now));
  });
  router.post(`${API}/updateAPIAccessStatus`, ...closed, updateAccess);
  router.all(`${API}/keepalive`, ...closed, (_req, res) => {
    res.json({ status: "alive" });
  });
  router.post("/services2/auth/web/alerts/count", ...closed, (_req, res) => {
    res.json({ count: 0 });
  });
  return router;
}

const API = "/services/auth/api";

const authenticate: RequestHandler = async (req, res) => {
  const verdict = await signIn(req, res, {
    username: text(req, "username").trim(),
    password: text(req, "password"),
    captcha: text(req, "captcha"),
  });
  // Always 200, as on the portal.
  res.json(
    verdict === "right"
      ? { url: null, message: "auth", successCode: null }
      : { url: "/", message: null, errorCode: SIGN_IN_ANSWERS[verdict].code },
  );
};

const validateOtp: RequestHandler = async (req, res) => {
  const verdict = await confirmDevice(req, res, text(req, "otp"));
  if (verdict === "right") {
    res.json({ url: null, message: "auth", successCode: null });
  } else if (verdict === "wrong-otp") {
    res.json({ url: "/", message: "OTP is Incorrect", errorCode: null });
  } else {
    const errorCode = SIGN_IN_ANSWERS[verdict].code;
    res.json({ url: "/", message: null, errorCode });
  }
};

const updateAccess: RequestHandler = async (req, res) => {
  const { portal, edition } = about(req);
  const choice = readChoice(
    { isAPIEnable: text(req, "isAPIEnable"), exDm: text(req, "exDm") },
    edition,
  );
  if ("sentence" in choice) {
    res.status(422).json({ field: choice.field, message: choice.sentence });
    return;
  }
  const taxpayer =
    (await portal.changeApiAccess(req.taxpayer.username, choice)) ??
    req.taxpayer;
  res.json({
    ...standing(taxpayer, edition, portal.now()),
    message: confirmation(choice, edition),
  });
};

function about(req: Request) {
  const { portal } = req.world;
  const edition = portal.edition.manageApiAccess;
  return { portal, edition, now: portal.now() };
}

/** Who is signed in, or an empty object. */
function userStatus(req: Request): object {
  const { taxpayer } = req as Partial<Request>;
  if (!taxpayer) return {};
  const { previousLoginAt } = req.session;
  return {
    gstin: taxpayer.gstin,
    bname: displayName(taxpayer),
    stcd: taxpayer.gstin.slice(0, 2),
    utype: "TP",
    Llogin: previousLoginAt === undefined ? null : formatIst(previousLoginAt),
    appStatus: taxpayer.status,
    regType: taxpayer.taxpayerType,
    role: "login",
  };
}

/** A field of a JSON body as text; numbers too, as clients send minutes so. */
function text(req: Request, name: string): string {
  const body = req.body as unknown;
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, name)) {
    return "";
  }
  const value = (body as Record<string, unknown>)[name];
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : "";
}
