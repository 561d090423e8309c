import type { Request } from "express";

/** The portal's hosts that the simulator serves, by what is found there. */
const HOSTS: readonly { path: RegExp; host: string; at?: string }[] = [
  { path: /^\/returns\//, host: "return.gst.gov.in" },
  { path: /^\/services\//, host: "services.gst.gov.in" },
  { path: /^\/home$/, host: "www.gst.gov.in", at: "/" },
];

/**
 * Where a page of ours is, for the browser behind a request. One that believes to be on the
 * portal (facts: portal §2; see docs/real-addresses.md) is led to the portal's other hosts as
 * the portal does; for any other all is on this address.
 */
export function addressesOf(req: Request): (path: string) => string {
  if (!isOnPortal(req)) return (path) => path;
  return (path) => {
    const elsewhere = HOSTS.find((candidate) => candidate.path.test(path));
    if (!elsewhere) return path;
    return `https://${elsewhere.host}${elsewhere.at ?? path}`;
  };
}

/** Whether the request came to a name of the portal's, and by HTTPS. */
export function isOnPortal(req: Request): boolean {
  return req.secure && hostnameOf(req).endsWith(".gst.gov.in");
}

/** The host that a request names; `""` where it names none, as HTTP/1.0 lets it. */
export function hostnameOf(req: Partial<Request>): string {
  return req.hostname ?? "";
}
