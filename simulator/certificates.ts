import { isIP } from "node:net";

export interface CertificateRequest {
  readonly commonName: string;
  /** Host names and IP addresses that a browser shall accept the certificate for. */
  readonly hosts: readonly string[];
  readonly days: number;
  /** Real time in epoch milliseconds: clients judge the dates by their own clocks. */
  readonly now: number;
}

/** A private key (PKCS#8) and its certificate (X.509), both as PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

const DAY = 86_400_000;

/** Makes an RSA-2048 pair and signs its certificate with it; takes some 200 ms. */
export async function createCertificate({
  commonName,
  hosts,
  days,
  now,
}: CertificateRequest): Promise<KeyAndCertificate> {
  // Loaded here because few starts need it and it costs them 100 ms. A CommonJS
  // package that is loaded late has no named exports once it is bundled.
  const { default: selfsigned } = await import("selfsigned");
  const made = await selfsigned.generate(
    [{ name: "commonName", value: commonName }],
    {
      algorithm: "sha256",
      keySize: 2048,
      notBeforeDate: new Date(now - DAY), // a client's clock may be behind ours
      notAfterDate: new Date(now + days * DAY),
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        {
          name: "keyUsage",
          digitalSignature: true,
          keyEncipherment: true,
          dataEncipherment: true,
        },
        { name: "extKeyUsage", serverAuth: true },
        ...(hosts.length > 0
          ? [{ name: "subjectAltName" as const, altNames: hosts.map(altName) }]
          : []),
      ],
    },
  );
  return { key: made.private, certificate: `${made.cert}\n` };
}

function altName(host: string) {
  return isIP(host)
    ? ({ type: 7, ip: host } as const)
    : ({ type: 2, value: host } as const);
}
