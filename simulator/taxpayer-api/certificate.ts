import { createPrivateKey, randomUUID, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCertificate } from "../certificates.ts";
import type { KeyAndCertificate } from "../certificates.ts";

/** The key pair to which clients encrypt their app keys. */
export interface ApiCertificate {
  readonly privateKey: KeyObject;
  readonly certificatePem: string;
  readonly certificateDer: Buffer;
}

export interface CertificatePlace {
  /** A pair of one's own: both files, PEM. An expired certificate is served as it is. */
  readonly keyFile?: string;
  readonly certFile?: string;
  /** Where the simulator keeps the pair that it makes. */
  readonly dataDir?: string;
  /** Makes it one that others have too, where it is not in files: see `Store.agree`. */
  readonly agree?: (first: () => Promise<string>) => Promise<string>;
}

/** Key and certificate are one file, so that there is never the one without the other. */
const FILE_NAME = "taxpayer-api.pem";

/** India Compliance refuses an expired certificate (facts §7.1): this one outlives us. */
const DAYS = 36_500;

let inMemory: Promise<string> | undefined;

/**
 * The pair from the files given, else the one kept in the data directory, else a new one.
 * Making one takes some 200 ms, so call it when a client first needs it. Without a data
 * directory one pair serves the whole process: it says nothing about any world.
 *
 * Throws a sentence for the person who starts the simulator where files are missing or do
 * not fit together.
 */
export async function loadOrCreateCertificate(
  { keyFile, certFile, dataDir, agree = (first) => first() }: CertificatePlace,
  now: number,
): Promise<ApiCertificate> {
  if (keyFile !== undefined || certFile !== undefined) {
    if (keyFile === undefined || certFile === undefined) {
      throw new Error("a key file and a certificate file are given together");
    }
    return read({ key: keyFile, certificate: certFile });
  }
  if (dataDir !== undefined) return keptIn(dataDir, now);
  const both = await agree(() => (inMemory ??= make(now)));
  return parse({ key: both, certificate: both });
}

async function keptIn(dataDir: string, now: number): Promise<ApiCertificate> {
  const file = join(dataDir, FILE_NAME);
  const both = { key: file, certificate: file };
  if (!existsSync(file)) {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeOnce(file, await make(now));
  }
  return read(both);
}

/** Writes a file whole or not at all; where another process was faster, its file stays. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: "wx" });
    await link(draft, file);
  } catch (error) {
    if (!isNodeError(error) || error.code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A new pair, as one text. */
async function make(now: number): Promise<string> {
  const { key, certificate } = await createCertificate({
    commonName: "GST portal simulator, taxpayer API",
    hosts: [],
    days: DAYS,
    now,
  });
  return key + certificate;
}

async function read(files: KeyAndCertificate): Promise<ApiCertificate> {
  const [key, certificate] = await Promise.all([
    readFile(files.key, "utf8"),
    readFile(files.certificate, "utf8"),
  ]);
  try {
    return parse({ key, certificate });
  } catch (cause) {
    throw new Error(
      `${files.key} and ${files.certificate} must hold an RSA private key and its X.509 certificate as PEM`,
      { cause },
    );
  }
}

function parse({ key, certificate }: KeyAndCertificate): ApiCertificate {
  const privateKey = createPrivateKey(key);
  const x509 = new X509Certificate(certificate);
  if (privateKey.asymmetricKeyType !== "rsa") throw new Error("not RSA");
  if (!x509.checkPrivateKey(privateKey)) throw new Error("not a pair");
  return {
    privateKey,
    certificatePem: x509.toString(),
    certificateDer: x509.raw,
  };
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error;
}
