import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer, request } from "node:https";
import type { RequestOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createCertificate } from "../../../simulator/certificates.ts";
import { loadOrCreateCertificate } from "../../../simulator/taxpayer-api/certificate.ts";
import { decryptAppKey } from "../../../simulator/taxpayer-api/cryptography.ts";
import { encryptAppKey, newAppKey } from "../../kit/taxpayer-api-cipher.ts";
import { vectors } from "./vectors.ts";

const now = Date.UTC(2026, 3, 1);
const DAY = 86_400_000;

/** A directory of this test alone. */
async function emptyDirectory(): Promise<string> {
  const directory = test.info().outputPath("certificate");
  await mkdir(directory);
  return directory;
}

test("the certificate encrypts what its key decrypts", async () => {
  const { privateKey, certificatePem } = await loadOrCreateCertificate({}, now);
  const appKey = newAppKey();
  const field = encryptAppKey(appKey, certificatePem);
  expect(decryptAppKey(field, privateKey)).toEqual(appKey);
});

test("the certificate is RSA-2048, self-signed, and lasts a hundred years", async () => {
  const { certificateDer } = await loadOrCreateCertificate({}, now);
  const certificate = new X509Certificate(certificateDer);
  expect(certificate.publicKey.asymmetricKeyType).toBe("rsa");
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  const lastDay = Date.parse(certificate.validTo);
  expect(lastDay).toBe(now + 36_500 * DAY);
});

test("the PEM and the DER are one certificate", async () => {
  const made = await loadOrCreateCertificate({}, now);
  const fromPem = new X509Certificate(made.certificatePem);
  expect(fromPem.raw).toEqual(made.certificateDer);
});

test("without a data directory one pair serves the process", async () => {
  const [one, two] = await Promise.all([
    loadOrCreateCertificate({}, now),
    loadOrCreateCertificate({}, now),
  ]);
  expect(one.certificatePem).toBe(two.certificatePem);
});

test("a data directory keeps the pair across restarts", async () => {
  const directory = await emptyDirectory();
  const dataDir = join(directory, "not", "there", "yet");
  const first = await loadOrCreateCertificate({ dataDir }, now);
  const later = await loadOrCreateCertificate({ dataDir }, now + 400 * DAY);
  expect(later.certificatePem).toBe(first.certificatePem);
  expect(later.privateKey.equals(first.privateKey)).toBe(true);
});

test("what a data directory keeps is for its owner's eyes only", async () => {
  const directory = await emptyDirectory();
  await loadOrCreateCertificate({ dataDir: directory }, now);
  const files = await readdir(directory);
  expect(files).toHaveLength(1);
  const { mode } = await stat(join(directory, files[0]!));
  expect(mode & 0o777).toBe(0o600);
});

test("two first starts at once agree on one pair", async () => {
  const directory = await emptyDirectory();
  const place = { dataDir: directory };
  const [one, two] = await Promise.all([
    loadOrCreateCertificate(place, now),
    loadOrCreateCertificate(place, now),
  ]);
  expect(one.certificatePem).toBe(two.certificatePem);
  expect(one.privateKey.equals(two.privateKey)).toBe(true);
});

test("a damaged file in the data directory is reported, not replaced", async () => {
  const directory = await emptyDirectory();
  await loadOrCreateCertificate({ dataDir: directory }, now);
  const file = join(directory, (await readdir(directory))[0]!);
  await writeFile(file, "damaged");
  await expect(
    loadOrCreateCertificate({ dataDir: directory }, now),
  ).rejects.toThrow(file);
  expect(await readFile(file, "utf8")).toBe("damaged");
});

test.describe("a pair given by file", () => {
  test("is used as it is", async () => {
    const directory = await emptyDirectory();
    const place = await writePair(directory, vectors.privateKeyPem);
    const loaded = await loadOrCreateCertificate(place, now);
    const { hex, field } = vectors.appKeys[0]!;
    expect(decryptAppKey(field, loaded.privateKey)?.toString("hex")).toBe(hex);
    expect(loaded.certificateDer).toEqual(
      new X509Certificate(vectors.certificatePem).raw,
    );
  });

  test("is used also when it has expired, so that a client's refusal can be seen", async () => {
    const directory = await emptyDirectory();
    const expired = await createCertificate({
      commonName: "x",
      hosts: [],
      days: 1,
      now: now - 400 * DAY,
    });
    const place = await writePair(directory, expired.key, expired.certificate);
    const loaded = await loadOrCreateCertificate(place, now);
    expect(loaded.certificatePem).toBe(expired.certificate);
  });

  test("is refused when key and certificate do not belong together", async () => {
    const directory = await emptyDirectory();
    const other = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const place = await writePair(directory, other.privateKey);
    await expect(loadOrCreateCertificate(place, now)).rejects.toThrow(
      /must hold an RSA private key and its X\.509 certificate/,
    );
  });

  test("is refused when it is not RSA", async () => {
    const directory = await emptyDirectory();
    const place = await writePair(
      directory,
      vectors.ellipticPrivateKeyPem,
      vectors.ellipticCertificatePem,
    );
    await expect(loadOrCreateCertificate(place, now)).rejects.toThrow(
      /must hold an RSA private key/,
    );
  });

  test("is refused when only one of the two is given", async () => {
    await expect(
      loadOrCreateCertificate({ keyFile: "key.pem" }, now),
    ).rejects.toThrow("a key file and a certificate file are given together");
  });
});

test("a certificate for hosts is good for a TLS server on them", async () => {
  const { key, certificate } = await createCertificate({
    commonName: "GST portal simulator",
    hosts: ["services.gst.test", "127.0.0.1"],
    days: 36_500,
    now,
  });
  const server = createServer({ key, cert: certificate }, (_, response) =>
    response.end("hello"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const to = { host: "127.0.0.1", port, ca: certificate };
    expect(await statusOf({ ...to, servername: "services.gst.test" })).toBe(
      200,
    );
    expect(await statusOf(to)).toBe(200);
    await expect(
      statusOf({ ...to, servername: "elsewhere.test" }),
    ).rejects.toThrow(/altnames/);
  } finally {
    server.close();
  }
});

test("a certificate is valid from the day before and for as long as asked", async () => {
  const made = await createCertificate({
    commonName: "x",
    hosts: [],
    days: 30,
    now,
  });
  const { validFrom, validTo } = new X509Certificate(made.certificate);
  expect(Date.parse(validFrom)).toBe(now - DAY);
  expect(Date.parse(validTo)).toBe(now + 30 * DAY);
});

async function writePair(
  directory: string,
  privateKeyPem: string,
  certificatePem = vectors.certificatePem,
) {
  const keyFile = join(directory, "key.pem");
  const certFile = join(directory, "certificate.pem");
  await writeFile(keyFile, privateKeyPem);
  await writeFile(certFile, certificatePem);
  return { keyFile, certFile };
}

function statusOf(options: RequestOptions) {
  return new Promise<number | undefined>((resolve, reject) => {
    request({ ...options, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
