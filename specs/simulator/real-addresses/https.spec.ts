import { connect } from "node:tls";
import { expect, test } from "./portal-by-https.ts";

test.use({ ignoreHTTPSErrors: true });

test("the address printed is an https one, and answers", async ({
  byHttps,
  request,
}) => {
  expect(byHttps.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const answer = await request.get(`${byHttps.url}/services/login`);
  expect(answer.status()).toBe(200);
  const cookies = answer
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === "set-cookie");
  expect(cookies.length).toBeGreaterThan(0);
  for (const { value } of cookies) expect(value).toContain("Secure");
});

test("only the portal's own names are held to HTTPS for ever", async ({
  byHttps,
  request,
}) => {
  const hsts = async (host: string) => {
    const headers = { Host: host };
    const answer = await request.get(`${byHttps.url}/services/login`, {
      headers,
    });
    return answer.headers()["strict-transport-security"];
  };
  expect(await hsts("services.gst.gov.in")).toBeDefined();
  expect(await hsts("localhost")).toBeUndefined();
});

test("the portal's hosts share their cookies, other names do not", async ({
  byHttps,
  request,
}) => {
  const domainAt = async (host: string) => {
    const headers = { Host: host };
    const answer = await request.get(`${byHttps.url}/services/captcha`, {
      headers,
    });
    return /Domain=([^;]*)/.exec(answer.headers()["set-cookie"] ?? "")?.[1];
  };
  expect(await domainAt("services.gst.gov.in")).toBe(".gst.gov.in");
  expect(await domainAt("localhost")).toBeUndefined();
});

test("nothing older than TLS 1.2 is spoken", async ({ byHttps }) => {
  const { hostname: host, port } = new URL(byHttps.url);
  const versionFor = (maxVersion: "TLSv1.1" | "TLSv1.2" | "TLSv1.3") =>
    new Promise<string | null>((resolve) => {
      const socket = connect({
        host,
        port: Number(port),
        rejectUnauthorized: false,
        minVersion: "TLSv1",
        maxVersion,
        // Else this client itself would refuse to speak it.
        ciphers: "DEFAULT@SECLEVEL=0",
      });
      socket.once("secureConnect", () => {
        resolve(socket.getProtocol());
        socket.destroy();
      });
      socket.once("error", () => resolve(null));
    });
  expect(await versionFor("TLSv1.1")).toBeNull();
  expect(await versionFor("TLSv1.2")).toBe("TLSv1.2");
  expect(await versionFor("TLSv1.3")).toBe("TLSv1.3");
});
