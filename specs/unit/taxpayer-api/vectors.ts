import { readFileSync } from "node:fs";

/** Known answers; keys in hexadecimal. Made by `make-vectors.sh`, not by this project's code. */
export interface Vectors {
  privateKeyPem: string;
  certificatePem: string;
  ellipticPrivateKeyPem: string;
  ellipticCertificatePem: string;
  appKeys: { hex: string; field: string }[];
  shortestPadding: { message: string; field: string };
  refusedAppKeys: Record<string, string>;
  otp: { digits: string; appKey: string; field: string };
  sek: { ek: string; appKey: string; field: string };
  refreshAppKey: { appKey: string; ek: string; field: string };
  answer: Sealed & { rekKey: string; rek: string };
  request: Sealed;
  requestWithLineBreaks: Sealed;
}

export interface Sealed {
  payload: object;
  ek: string;
  data: string;
  hmac: string;
}

export const vectors = JSON.parse(
  readFileSync(new URL("vectors.json", import.meta.url), "utf8"),
) as Vectors;
