import { Router } from "express";
import type { RequestHandler } from "express";
import type { ApiParts } from "./call.ts";
import { authHandler, dataHandler, readBody } from "./face.ts";
import type { AuthFace, DataFace } from "./face.ts";
import { integerAuth, integerData, rawAuth, rawData } from "./raw-face.ts";
import { API_PREFIXES } from "./prefixes.ts";
import {
  sandboxLogin,
  sandboxOtp,
  sandboxRefresh,
  sandboxVerify,
} from "./sandbox-face.ts";
import {
  whitebooksLogin,
  whitebooksLogout,
  whitebooksOtp,
  whitebooksRefresh,
} from "./whitebooks-face.ts";

/** Where clients of the raw protocol call; any version, directly or through a gateway. */
const RAW = String.raw`^(?:/gus)?/taxpayerapi/v\d{1,2}\.\d{1,2}`;
const at = (path: string) => new RegExp(`${RAW}${path}/?$`, "i");

/** The taxpayer API in all its faces (facts: taxpayer API §2.5, §7). */
export function taxpayerApi(parts: ApiParts): Router {
  const auth = (face: AuthFace) => authHandler(face, parts);
  const data = (face: DataFace) => dataHandler(face, parts);
  const router = Router();

  router.get("/static/gstn_public.pem", certificate(parts, "pem"));
  router.get("/static/gstn_public.cer", certificate(parts, "cer"));
  router.get("/static/gstn_g2b_prod_public", certificate(parts, "json"));

  router.use(API_PREFIXES, readBody());
  router.post(at("/authenticate"), auth(rawAuth));
  router.post(at("/otp/request"), auth(rawAuth));
  router.get(at("/returns"), data(rawData));
  router.put(at("/returns/gstr1"), data(rawData));

  router.post("/standard/gstn/authenticate", auth(integerAuth));
  router.get("/standard/gstn/returns", data(integerData));
  router.put("/standard/gstn/returns/gstr1", data(integerData));

  router.post("/authenticate", sandboxLogin(parts));
  router.post("/gst/compliance/tax-payer/otp", auth(sandboxOtp));
  router.post("/gst/compliance/tax-payer/otp/verify", auth(sandboxVerify));
  router.post(
    "/gst/compliance/tax-payer/session/refresh",
    auth(sandboxRefresh),
  );

  router.get("/authentication/otprequest", auth(whitebooksOtp));
  router.get("/authentication/authtoken", auth(whitebooksLogin));
  router.get("/authentication/refreshtoken", auth(whitebooksRefresh));
  router.get("/authentication/logout", auth(whitebooksLogout));

  router.use(API_PREFIXES, notPart);
  return router;
}

/** The certificate that app keys are encrypted to. */
function certificate(
  parts: ApiParts,
  form: "pem" | "cer" | "json",
): RequestHandler {
  return async (_req, res) => {
    const { certificatePem, certificateDer } = await parts.certificate();
    switch (form) {
      case "pem":
        res.type("application/x-pem-file").send(certificatePem);
        return;
      case "cer":
        res.type("application/pkix-cert").send(certificateDer);
        return;
      case "json":
        res.json({ certificate: certificatePem });
    }
  };
}

/** The rest of the portal's API. The code is ours: no client can take it for the portal's. */
const notPart: RequestHandler = (req, res) => {
  res.status(404).json({
    status_cd: "0",
    error: {
      error_cd: "SIMULATOR404",
      message: `Not part of this simulator: ${req.method} ${req.originalUrl.slice(0, 100)}. There is POST /taxpayerapi/v1.0/authenticate, GET /taxpayerapi/v1.0/returns?action=GETPREF and PUT /taxpayerapi/v1.0/returns/gstr1.`,
    },
  });
};
